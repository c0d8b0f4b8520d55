/**
 * Chance that can be repeated: the same seed gives the same city on every machine.
 *
 * `seededRandom` is a stream (mulberry32, Tommy Ettinger, public domain);
 * `hashUnit` answers for one place without remembering the places before it, so that
 * two neighbours can ask for the same boundary and get the same boundary.
 */
export type Random = () => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return unitFrom(state);
  };
}

/** A number in [0, 1) that depends on nothing but its arguments. */
export function hashUnit(seed: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul((h ^ a) >>> 0, 0xc2b2ae35) ^ (h >>> 15);
  h = Math.imul((h ^ b) >>> 0, 0x27d4eb2f) ^ (h >>> 13);
  h = Math.imul((h ^ c) >>> 0, 0x165667b1) ^ (h >>> 16);
  return unitFrom(h >>> 0);
}

/** In [-1, 1). */
export function hashSigned(seed: number, a: number, b = 0, c = 0): number {
  return hashUnit(seed, a, b, c) * 2 - 1;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) throw new Error('Cannot pick from an empty list.');
  return list[Math.floor(random() * list.length)]!;
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

export function wholeBetween(random: Random, low: number, high: number): number {
  return Math.floor(between(random, low, high + 1));
}

/** A new list in random order (Fisher and Yates). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const out = list.slice();
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** Normal with mean 0 and deviation 1 (Box and Muller). */
export function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function unitFrom(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
