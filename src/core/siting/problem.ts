/** Where to put facilities: what is given, and what is asked. */
import { UNREACHED } from '../network/place.ts';
import type { Distances } from './distances.ts';

export type SitingObjective =
  /** Most people newly covered by so many sites (MCLP, Church & ReVelle 1974). */
  | 'coverage'
  /** Least mean distance to the nearest facility (p-median, Hakimi 1964). */
  | 'median'
  /** Fewest sites that cover all that can be covered (LSCP, Toregas et al. 1971). */
  | 'coverAll';

export interface SitingProblem {
  readonly objective: SitingObjective;
  /** People or households of each demand point, whole and not negative. */
  readonly weight: ArrayLike<number>;
  readonly distances: Distances;
  /** Millimetres from each demand point to the nearest facility that stands already; `UNREACHED`: none. Null without any facility. */
  readonly existing: Uint32Array | null;
  /** Sites to be found; not asked of `coverAll`. */
  readonly count: number;
  /** Within this a demand point is covered. Inclusive. */
  readonly limitMillimetres: number;
  /** 0: the candidate is left out. Null: all may be taken. */
  readonly eligible: Uint8Array | null;
}

/** Weighted millimetres beyond this are no longer exact in doubles. */
const MOST_WEIGHTED = 2 ** 51;

/** Throws where the problem is none: lengths that differ, counts that are not whole, a matrix shorter than the limit. */
export function checkProblem({ weight, distances, existing, count, limitMillimetres, eligible, objective }: SitingProblem): void {
  if (weight.length !== distances.points) throw new RangeError(`${weight.length} weights, expected ${distances.points}`);
  if (existing !== null && existing.length !== distances.points) throw new RangeError(`${existing.length} distances to facilities, expected ${distances.points}`);
  if (eligible !== null && eligible.length !== distances.candidates) throw new RangeError(`${eligible.length} marks of candidates, expected ${distances.candidates}`);
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`count ${count}, expected 0, 1, 2 …`);
  if (!(limitMillimetres >= 0)) throw new RangeError(`limit ${limitMillimetres} mm, expected 0 or more`);
  if (objective !== 'median' && limitMillimetres > distances.limitMillimetres) throw new RangeError(`distances up to ${distances.limitMillimetres} mm, expected ${limitMillimetres}`);
  let total = 0;
  for (let k = 0; k < weight.length; k++) {
    if (!Number.isSafeInteger(weight[k]) || weight[k]! < 0) throw new RangeError(`weight ${weight[k]!} of point ${k}, expected 0, 1, 2 …`);
    total += weight[k]!;
  }
  if (total * (objective === 'median' ? longest(distances, existing) : 1) > MOST_WEIGHTED) throw new RangeError(`total weight ${total}, expected less: sums would not be exact`);
}

/** The longest distance that is known: what a point pays that no site reaches. */
export function longest({ millimetres }: Distances, existing: Uint32Array | null): number {
  let most = 0;
  for (const length of millimetres) if (length > most) most = length;
  for (const length of existing ?? []) if (length !== UNREACHED && length > most) most = length;
  return most;
}

/** What may stand for a facility that needs so much floor: a candidate of unknown area is not taken to be large enough. */
export function largeEnough(areaSquareMetres: readonly (number | null)[], leastSquareMetres: number): { readonly eligible: Uint8Array; readonly tooSmall: readonly number[]; readonly unknown: readonly number[] } {
  const eligible = Uint8Array.from(areaSquareMetres, (area) => (area !== null && area >= leastSquareMetres ? 1 : 0));
  const indices = [...areaSquareMetres.keys()];
  return {
    eligible, tooSmall: indices.filter((k) => areaSquareMetres[k] !== null && eligible[k] === 0), unknown: indices.filter((k) => areaSquareMetres[k] === null),
  };
}
