/**
 * Area and place of rings, from a start that does not depend on how the ring came about: the same ring gives the same
 * figure to the last bit, whichever arc it begins with.
 */
import { ringAreaSquareMetres } from '../geo/ellipsoid.ts';
import type { Box } from './faceIndex.ts';

/** Index of the lowest vertex: least x, then least y. */
export function lowestVertex(ring: ArrayLike<number>): number {
  let lowest = 0;
  for (let i = 2; i < ring.length; i += 2) {
    if (ring[i]! < ring[lowest]! || (ring[i] === ring[lowest] && ring[i + 1]! < ring[lowest + 1]!)) lowest = i;
  }
  return lowest / 2;
}

/** The ring from its lowest vertex on. Interleaved, not closed. */
export function fromLowest(ring: readonly number[]): number[] {
  const at = 2 * lowestVertex(ring);
  return at === 0 ? ring.slice() : ring.slice(at).concat(ring.slice(0, at));
}

/** Signed area in m²; counter-clockwise is positive. */
export function ringArea(ring: readonly number[]): number {
  const canonical = fromLowest(ring);
  return ringAreaSquareMetres(canonical, 0, canonical.length / 2);
}

/** Twice the signed area in square steps: its sign is exact enough to tell a shell from a hole. */
export function stepArea(ring: readonly number[]): number {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let sum = 0;
  let px = ring[ring.length - 2]! - x0;
  let py = ring[ring.length - 1]! - y0;
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]! - x0;
    const y = ring[i + 1]! - y0;
    sum += px * y - x * py;
    px = x;
    py = y;
  }
  return sum;
}

export function boxOf(ring: ArrayLike<number>): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]!;
    const y = ring[i + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/** Whether a point lies within a ring; on the line itself either may be said, but only one of two neighbours says yes. */
export function inRing(ring: ArrayLike<number>, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ax = ring[j]!;
    const ay = ring[j + 1]!;
    const bx = ring[i]!;
    const by = ring[i + 1]!;
    if (ay > y === by > y) continue;
    const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (side > 0 === by > ay) inside = !inside;
  }
  return inside;
}
