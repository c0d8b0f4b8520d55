/**
 * Over which ground a community's remainder, and a row of a table that names the community, is spread: the ground that the
 * community had in the files, with whoever it is now. A remainder keeps clear of the community's own atoms.
 */
import type { Coverage } from '../coverage/coverage.ts';
import type { CountField } from './atom.ts';
import type { Cover } from './covers.ts';
import type { Weight } from './divide.ts';
import type { Ledger } from './ledger.ts';
import { faceArea, type Place } from './place.ts';

/** Atoms cover all of a community's ground when they leave less than this share of it: crumbs between digitised lines. */
const LEAST_UNCOVERED_SHARE = 1e-3;

export interface Places {
  get(index: number): Place;
}

/** In area units, by owner; empty for a community without ground. */
export function remainderWeights(ledger: Ledger, coverage: Coverage, places: Places, unit: number, field: CountField, ownerOf: (face: number) => number): Weight[] {
  if (ledger.overWhole[field][unit]!) return groundWeights(coverage, unit, ownerOf);
  const covered = coveredAreas(ledger.covers[unit]!, places, field);
  return coverage.baseFacesOf.get(unit).map((face) => ({ owner: ownerOf(face), weight: Math.max(0, faceArea(coverage, face) - (covered.get(face) ?? 0)) }));
}

export function groundWeights(coverage: Coverage, unit: number, ownerOf: (face: number) => number): Weight[] {
  return coverage.baseFacesOf.get(unit).map((face) => ({ owner: ownerOf(face), weight: faceArea(coverage, face) }));
}

/** Of a unit's ground, whether its atoms leave nothing to speak of. */
export function coversAll(coverage: Coverage, covers: readonly Cover[], places: readonly Place[], unit: number, field: CountField): boolean {
  const covered = coveredAreas(covers, { get: (index) => places[index]! }, field);
  if (covered.size === 0) return true;
  let ground = 0;
  let left = 0;
  for (const face of coverage.baseFacesOf.get(unit)) {
    const area = faceArea(coverage, face);
    ground += area;
    left += Math.max(0, area - (covered.get(face) ?? 0));
  }
  return left <= LEAST_UNCOVERED_SHARE * ground;
}

/** By face. */
function coveredAreas(covers: readonly Cover[], places: Places, field: CountField): Map<number, number> {
  const covered = new Map<number, number>();
  const add = (face: number, area: number) => covered.set(face, (covered.get(face) ?? 0) + area);
  for (const cover of covers) {
    if (!cover[field]) continue;
    const place = places.get(cover.place);
    if (typeof place === 'number') add(place, cover.area);
    else place.faces.forEach((face, k) => add(face, place.areas[k]!));
  }
  return covered;
}
