/** How units lie on one another: which are drawn twice, which lie within a larger one, which have no ground of their own left. */
import { faceOf, type Coverage } from '../../coverage/coverage.ts';

/** As the check has it: a unit is contained when this much of it is the other's, two are duplicates when this much of each is. */
const CONTAINED_SHARE = 0.98;
const DUPLICATE_SHARE = 0.95;

export interface Relations {
  areDuplicates(a: number, b: number): boolean;
  isWithin(small: number, large: number): boolean;
  /** Hardly any ground of its own, and not within a single larger unit. */
  isCovered(unit: number): boolean;
  /** Claimed ground, m². */
  areaOf(unit: number): number;
}

export function relationsOf(coverage: Coverage, claims: readonly (readonly number[])[]): Relations {
  const area = claims.map((faces) => faces.reduce((sum, face) => sum + faceOf(coverage, face).areaSquareMetres, 0));
  const shared = new Map<string, number>();
  const partners = new Map<number, Set<number>>();
  const contested = new Map<number, number>();
  const key = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const id of coverage.unsettled) {
    const { claimants, areaSquareMetres } = faceOf(coverage, id);
    if (claimants.length < 2) continue;
    for (const a of claimants) {
      contested.set(a, (contested.get(a) ?? 0) + areaSquareMetres);
      for (const b of claimants) {
        if (a === b) continue;
        partners.set(a, (partners.get(a) ?? new Set()).add(b));
        if (a < b) shared.set(key(a, b), (shared.get(key(a, b)) ?? 0) + areaSquareMetres);
      }
    }
  }
  const share = (a: number, b: number) => (shared.get(key(a, b)) ?? 0) / Math.max(area[a]!, 1e-9);
  const areDuplicates = (a: number, b: number) => share(a, b) >= DUPLICATE_SHARE && share(b, a) >= DUPLICATE_SHARE;
  const isWithin = (small: number, large: number) => share(small, large) >= CONTAINED_SHARE && area[large]! > area[small]! && !areDuplicates(small, large);
  return {
    areDuplicates, isWithin,
    isCovered(unit) {
      if ((contested.get(unit) ?? 0) < CONTAINED_SHARE * area[unit]!) return false;
      return ![...(partners.get(unit) ?? [])].some((other) => isWithin(unit, other) || areDuplicates(unit, other));
    },
    areaOf: (unit) => area[unit] ?? 0,
  };
}
