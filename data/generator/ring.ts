/**
 * Plain questions about rings on the step grid, answered by brute force:
 * these are what the planted truth and the tests rest on, so they must be obvious.
 * Rings are open (the closing vertex is not repeated).
 */
import { metresPerStep, STEPS_PER_DEGREE, type Step } from './steps.ts';

/** Twice the signed area in square steps; positive when counter-clockwise. */
export function doubleArea(ring: readonly Step[]): number {
  const [ox, oy] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    sum += (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy);
  }
  return sum;
}

/** Square metres on GRS80, in a plane at the ring's middle latitude; unsigned. */
export function areaSquareMetres(ring: readonly Step[]): number {
  let low = Infinity;
  let high = -Infinity;
  for (const [, y] of ring) {
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  const scale = metresPerStep((low + high) / 2 / STEPS_PER_DEGREE);
  return (Math.abs(doubleArea(ring)) / 2) * scale.east * scale.north;
}

export function perimeterMetres(ring: readonly Step[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += distanceMetres(ring[j]!, ring[i]!);
  return sum;
}

export function distanceMetres(a: Step, b: Step): number {
  const scale = metresPerStep((a[1] + b[1]) / 2 / STEPS_PER_DEGREE);
  return Math.hypot((a[0] - b[0]) * scale.east, (a[1] - b[1]) * scale.north);
}

/** Positive when c lies left of a → b. Exact: differences stay far below 2^26 steps. */
export function turn(a: Step, b: Step, c: Step): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** True when the two segments share any point. */
export function segmentsMeet(a: Step, b: Step, c: Step, d: Step): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false;
  const s1 = Math.sign(turn(a, b, c));
  const s2 = Math.sign(turn(a, b, d));
  const s3 = Math.sign(turn(c, d, a));
  const s4 = Math.sign(turn(c, d, b));
  return s1 * s2 <= 0 && s3 * s4 <= 0;
}

/** No repeated vertex, no edge that meets another but at their common end. */
export function isSimple(ring: readonly Step[]): boolean {
  const n = ring.length;
  if (n < 3 || doubleArea(ring) === 0) return false;
  for (let i = 0; i < n; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % n]!;
    const c = ring[(i + 2) % n]!;
    if (a[0] === b[0] && a[1] === b[1]) return false;
    // The next edge may not fold back on this one.
    if (turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0) return false;
    for (let j = i + 2; j < n; j++) {
      if ((j + 1) % n === i) continue;
      if (segmentsMeet(a, b, ring[j]!, ring[(j + 1) % n]!)) return false;
    }
  }
  return true;
}

/** Even-odd rule; a point on the line may fall either way. */
export function contains(ring: readonly Step[], point: Step): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!;
    const b = ring[i]!;
    if (a[1] > point[1] !== b[1] > point[1]) {
      const side = turn(a, b, point);
      if (b[1] > a[1] ? side > 0 : side < 0) inside = !inside;
    }
  }
  return inside;
}

export function distanceToRingMetres(point: Step, ring: readonly Step[]): number {
  let best = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    best = Math.min(best, distanceToSegmentMetres(point, ring[j]!, ring[i]!));
  }
  return best;
}

export function distanceToSegmentMetres(point: Step, a: Step, b: Step): number {
  const scale = metresPerStep(point[1] / STEPS_PER_DEGREE);
  const dx = (b[0] - a[0]) * scale.east;
  const dy = (b[1] - a[1]) * scale.north;
  const px = (point[0] - a[0]) * scale.east;
  const py = (point[1] - a[1]) * scale.north;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return Math.hypot(px - t * dx, py - t * dy);
}
