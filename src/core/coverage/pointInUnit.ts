/** Whether a point lies in a unit, by crossings of all its rings (even-odd, so crossed units count as they are mended). */
import type { PolygonLayer } from './layer.ts';
import type { RingFacts } from './rings.ts';

/** x, y in steps. */
export function pointInUnit(layer: PolygonLayer, facts: RingFacts, unit: number, x: number, y: number): boolean {
  const box = facts.unitBox;
  if (x < box[4 * unit]! || x > box[4 * unit + 2]! || y < box[4 * unit + 1]! || y > box[4 * unit + 3]!) return false;
  const { coordinates: xy, ringStart, polygonStart, unitStart } = layer;
  let inside = false;
  for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) {
    if (facts.sign[r] === 0) continue;
    if (pointInRing(xy, ringStart[r]!, ringStart[r + 1]!, x, y)) inside = !inside;
  }
  return inside;
}

export function pointInRing(xy: ArrayLike<number>, first: number, end: number, x: number, y: number): boolean {
  let inside = false;
  for (let i = first, j = end - 1; i < end; j = i++) {
    const ax = xy[2 * j]!;
    const ay = xy[2 * j + 1]!;
    const bx = xy[2 * i]!;
    const by = xy[2 * i + 1]!;
    if (ay > y === by > y) continue;
    const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (side > 0 === by > ay) inside = !inside;
  }
  return inside;
}
