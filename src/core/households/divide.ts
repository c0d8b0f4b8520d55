/**
 * A whole number divided by weights into whole numbers that sum to it: by largest remainders (Hamilton's method).
 * Exact whatever the size: quotas are compared as fractions of whole numbers, never as rounded ones.
 */
import { compareOwners } from './owner.ts';

export interface Weight {
  readonly owner: number;
  /** Not negative; where all are nought, all count alike. */
  readonly weight: number;
}

/** Owners in the order of `compareOwners`; ties go to the earlier one, so the order of `weights` is of no matter. */
export function largestRemainder(total: number, weights: readonly Weight[]): Map<number, number> {
  const owners = merged(weights);
  if (owners.length === 0) return new Map();
  if (owners.length === 1) return new Map([[owners[0]!.owner, total]]);
  const whole = owners.every(({ weight }) => weight === 0) ? owners.map(() => 1n) : wholeWeights(owners);
  const sum = whole.reduce((before, weight) => before + weight, 0n);
  const quotas = whole.map((weight, k) => {
    const product = BigInt(total) * weight;
    return { owner: owners[k]!.owner, floor: Number(product / sum), rest: product % sum };
  });
  let left = total - quotas.reduce((before, { floor }) => before + floor, 0);
  const result = new Map(quotas.map(({ owner, floor }) => [owner, floor]));
  const byRest = [...quotas].sort((p, q) => (p.rest === q.rest ? compareOwners(p.owner, q.owner) : p.rest > q.rest ? -1 : 1));
  for (const { owner } of byRest) {
    if (left === 0) break;
    result.set(owner, result.get(owner)! + 1);
    left--;
  }
  return result;
}

export interface Division {
  readonly values: ReadonlyMap<number, number>;
  /** Owners whose value comes of areas; empty where nothing was divided or all was counted. */
  readonly estimated: ReadonlySet<number>;
  /** The counted figures do not go into the total: none of them was taken. */
  readonly conflict: boolean;
}

/** The same with counted figures in place of some parts: the others share what is left. */
export function divide(total: number, weights: readonly Weight[], counted: ReadonlyMap<number, number>): Division {
  const owners = merged(weights);
  const fixed = owners.filter(({ owner }) => counted.has(owner));
  const others = owners.filter(({ owner }) => !counted.has(owner));
  const sum = fixed.reduce((before, { owner }) => before + counted.get(owner)!, 0);
  const conflict = fixed.length > 0 && (sum > total || (others.length === 0 && sum !== total));
  const shared = conflict ? owners : others;
  const values = largestRemainder(conflict ? total : total - sum, shared);
  if (!conflict) for (const { owner } of fixed) values.set(owner, counted.get(owner)!);
  return { values, estimated: new Set(shared.length > 1 ? shared.map(({ owner }) => owner) : []), conflict };
}

/** One weight an owner, in order. */
function merged(weights: readonly Weight[]): Weight[] {
  const sums = new Map<number, number>();
  for (const { owner, weight } of weights) {
    if (!(weight >= 0) || weight === Infinity) throw new Error(`Weight ${weight} of owner ${owner}.`);
    sums.set(owner, (sums.get(owner) ?? 0) + weight);
  }
  return [...sums].map(([owner, weight]) => ({ owner, weight })).sort((p, q) => compareOwners(p.owner, q.owner));
}

/** Doubling loses nothing, so fractions become whole numbers of the same proportions. */
function wholeWeights(weights: readonly Weight[]): bigint[] {
  let scale = 1;
  while (weights.some(({ weight }) => !Number.isInteger(weight * scale))) scale *= 2;
  return weights.map(({ weight }) => BigInt(weight * scale));
}
