/** How each bearer of households is divided in a plan: a function of the fixed ledger, the places and the present owners. */
import type { CountedPart, Plan } from '../plan/plan.ts';
import type { Counts } from './atom.ts';
import type { Ledger } from './ledger.ts';
import { OUTSIDE, ownerOfFace } from './owner.ts';
import { atomParts, NONE_COUNTED, placeWeights, remainderParts, type CountedParts, type Parts } from './parts.ts';
import { groundWeights, remainderWeights, type Places } from './spread.ts';

/** What of a plan the figures rest on. */
export type PlanGround = Pick<Plan, 'coverage' | 'units' | 'counted'>;

/** Counts of an atom or a remainder. */
export function countsOf(ledger: Ledger, bearer: number): Counts {
  return bearer < ledger.atoms.length ? ledger.atoms[bearer]! : ledger.remainders[bearer - ledger.atoms.length]!;
}

/** Bearers are numbered: atoms first, then the remainder of each unit of the files. */
export function divider(ledger: Ledger, plan: PlanGround, places: Places): (bearer: number) => Parts {
  const { coverage, units } = plan;
  const ownerOf = (face: number) => ownerOfFace(coverage.faces.get(face)!, face, units);
  const counted = countedByBearer(ledger, plan.counted);
  return (bearer) => {
    const fixed = counted.get(bearer) ?? NONE_COUNTED;
    if (bearer >= ledger.atoms.length) {
      const unit = bearer - ledger.atoms.length;
      const remainder = ledger.remainders[unit]!;
      if (remainder.households === null && remainder.people === null) return OUTSIDE;
      const ground = coverage.baseFacesOf.get(unit);
      if (ground.length === 1) return ownerOf(ground[0]!);
      return remainderParts(
        remainder, remainderWeights(ledger, coverage, places, unit, 'households', ownerOf),
        remainderWeights(ledger, coverage, places, unit, 'people', ownerOf), fixed,
      );
    }
    const atom = ledger.atoms[bearer]!;
    if (atom.shape !== null) {
      const place = places.get(bearer);
      return typeof place === 'number' ? ownerOf(place) : atomParts(atom, placeWeights(place, ownerOf), fixed);
    }
    const home = ledger.home[bearer]!;
    if (home < 0 || home >= coverage.baseFacesOf.length) return OUTSIDE;
    const weights = groundWeights(coverage, home, ownerOf);
    return remainderParts(atom, weights, weights, fixed);
  };
}

function countedByBearer(ledger: Ledger, counted: readonly CountedPart[]): Map<number, CountedParts> {
  const found = new Map<number, Map<number, Counts>>();
  for (const { atom, unit, households, people } of counted) {
    const bearer = ledger.bearerOf.get(atom);
    if (bearer === undefined) continue;
    const parts = found.get(bearer) ?? new Map<number, Counts>();
    found.set(bearer, parts.set(unit, { households, people }));
  }
  return found;
}

/** Bearers that have other counted figures than before. */
export function recounted(ledger: Ledger, before: readonly CountedPart[], after: readonly CountedPart[]): number[] {
  if (before === after) return [];
  const kept = new Set(before);
  const now = new Set(after);
  const differ = [...before.filter((part) => !now.has(part)), ...after.filter((part) => !kept.has(part))];
  return differ.flatMap(({ atom }) => ledger.bearerOf.get(atom) ?? []);
}
