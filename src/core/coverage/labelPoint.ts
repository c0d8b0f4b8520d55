/** Where a unit's name stands: the middle of the widest stretch on a few lines of latitude through its largest part. */
import type { PolygonLayer } from './layer.ts';
import type { RingFacts } from './rings.ts';

/** Lines tried, as shares of the part's height. */
const LINES = [0.5, 0.4, 0.6];
const SPREAD = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9];

/** In steps; null for a unit without ground. */
export function labelPoint(layer: PolygonLayer, facts: RingFacts, unit: number): [number, number] | null {
  let best: Span | null = null;
  const polygon = largestPolygon(layer, facts, unit);
  if (polygon < 0) return null;
  for (const span of spansOf(layer, polygon, LINES, 1)) {
    // The middle line wins unless another is clearly wider.
    if (best === null || span.width > best.width * 1.15) best = span;
  }
  return best && [best.x, best.y];
}

/** Places spread over one polygon, in steps; the same however its rings are written. */
export function insidePoints(layer: PolygonLayer, polygon: number): [number, number][] {
  return [...spansOf(layer, polygon, SPREAD, 1), ...spansOf(layer, polygon, SPREAD, 0)].map(({ x, y }) => [x, y]);
}

/** -1 for a unit without ground. */
export function largestPolygon(layer: PolygonLayer, facts: RingFacts, unit: number): number {
  const { polygonStart, unitStart } = layer;
  let polygon = -1;
  for (let p = unitStart[unit]!; p < unitStart[unit + 1]!; p++) {
    if (polygon < 0 || facts.area[polygonStart[p]!]! > facts.area[polygonStart[polygon]!]!) polygon = p;
  }
  return polygon;
}

interface Span {
  x: number;
  y: number;
  width: number;
}

/** Where lines across a polygon, at these shares of its extent along an axis (0 longitude, 1 latitude), run through it. */
function spansOf(layer: PolygonLayer, polygon: number, shares: readonly number[], axis: 0 | 1): Span[] {
  const { coordinates: xy, ringStart, polygonStart } = layer;
  const shell = polygonStart[polygon]!;
  let low = Infinity;
  let high = -Infinity;
  for (let i = ringStart[shell]!; i < ringStart[shell + 1]!; i++) {
    low = Math.min(low, xy[2 * i + axis]!);
    high = Math.max(high, xy[2 * i + axis]!);
  }
  const spans: Span[] = [];
  for (const share of shares) {
    // Half a step off the grid: no line runs through a vertex.
    const at = Math.floor(low + share * (high - low)) + 0.5;
    const crossings: number[] = [];
    for (let r = shell; r < polygonStart[polygon + 1]!; r++) {
      for (let i = ringStart[r]!, j = ringStart[r + 1]! - 1; i < ringStart[r + 1]!; j = i++) {
        const a = xy[2 * j + axis]!;
        const b = xy[2 * i + axis]!;
        if (a > at !== b > at) {
          const from = xy[2 * j + 1 - axis]!;
          crossings.push(from + ((at - a) / (b - a)) * (xy[2 * i + 1 - axis]! - from));
        }
      }
    }
    crossings.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const middle = (crossings[k]! + crossings[k + 1]!) / 2;
      spans.push({ x: axis === 1 ? middle : at, y: axis === 1 ? at : middle, width: crossings[k + 1]! - crossings[k]! });
    }
  }
  return spans;
}
