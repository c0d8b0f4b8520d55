/** Of the ground of one atom or remainder: how much passed from whom to whom between two plans. */
import { sameGround } from './changed.ts';
import type { Figures } from './figures.ts';
import { compareOwners, ownerOfFace } from './owner.ts';
import { faceArea } from './place.ts';

export interface OwnerPair {
  readonly from: number;
  readonly to: number;
  readonly area: number;
}

/**
 * The largest first. Faces that both plans have say it exactly; of ground that is cut otherwise in the two, every owner's share is
 * taken to pass in the proportion of what the others hold of it.
 */
export function ownerPairs(a: Figures, b: Figures, bearer: number): OwnerPair[] {
  const areas = new Map<string, { from: number; to: number; area: number }>();
  const add = (from: number, to: number, area: number) => {
    const pair = areas.get(`${from} ${to}`) ?? { from, to, area: 0 };
    pair.area += area;
    areas.set(`${from} ${to}`, pair);
  };
  const here = groundOf(a, bearer);
  const there = groundOf(b, bearer);
  const cutHere: typeof here = new Map();
  const cutThere: typeof there = new Map(there);
  for (const [face, { owner, area }] of here) {
    const now = there.get(face);
    if (now && sameGround(a.coverage, b.coverage, face)) {
      add(owner, now.owner, area);
      cutThere.delete(face);
    } else cutHere.set(face, { owner, area });
  }
  const sum = [...cutThere.values()].reduce((before, { area }) => before + area, 0);
  for (const from of cutHere.values()) for (const to of cutThere.values()) add(from.owner, to.owner, sum > 0 ? (from.area * to.area) / sum : 0);
  return [...areas.values()].sort((p, q) => q.area - p.area || compareOwners(p.from, q.from) || compareOwners(p.to, q.to));
}

/** Faces that it lies in, with who has them. */
function groundOf({ ledger, coverage, units, places }: Figures, bearer: number): Map<number, { owner: number; area: number }> {
  const owned = (face: number, area: number) => [face, { owner: ownerOfFace(coverage.faces.get(face)!, face, units), area }] as const;
  if (bearer < ledger.atoms.length && ledger.atoms[bearer]!.shape !== null) {
    const place = places.get(bearer);
    return new Map(typeof place === 'number' ? [owned(place, 1)] : place.faces.map((face, k) => owned(face, place.areas[k]!)));
  }
  const unit = bearer < ledger.atoms.length ? ledger.home[bearer]! : bearer - ledger.atoms.length;
  if (unit < 0 || unit >= coverage.baseFacesOf.length) return new Map();
  return new Map(coverage.baseFacesOf.get(unit).map((face) => owned(face, faceArea(coverage, face))));
}
