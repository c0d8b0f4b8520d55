/** Chance that can be repeated: mulberry32 (Tommy Ettinger, public domain). */
export type Random = () => number;

/** Numbers in [0, 1); the same seed gives the same stream. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Whole, from 0 up to but without `count`. */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count);
}
