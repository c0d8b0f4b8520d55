/** Where a unit's name stands: the middle of the widest stretch on a few lines of latitude through its largest part. */
import type { PolygonLayer } from './layer.ts';
import type { RingFacts } from './rings.ts';

/** Lines tried, as shares of the part's height. */
const LINES = [0.5, 0.4, 0.6];
const SPREAD = [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9];

/** In steps; null for a unit without ground. */
export function labelPoint(layer: PolygonLayer, facts: RingFacts, unit: number): [number, number] | null {
  let best: Span | null = null;
  for (const span of spansOf(layer, facts, unit, LINES)) {
    // The middle line wins unless another is clearly wider.
    if (best === null || span.width > best.width * 1.15) best = span;
  }
  return best && [best.x, best.y];
}

/** Places spread over a unit's largest part, in steps. */
export function insidePoints(layer: PolygonLayer, facts: RingFacts, unit: number): [number, number][] {
  return spansOf(layer, facts, unit, SPREAD).map(({ x, y }) => [x, y]);
}

interface Span {
  x: number;
  y: number;
  width: number;
}

/** Where lines of latitude, at these shares of its height, run through the largest part. */
function spansOf(layer: PolygonLayer, facts: RingFacts, unit: number, shares: readonly number[]): Span[] {
  const { coordinates: xy, ringStart, polygonStart, unitStart } = layer;
  let polygon = -1;
  for (let p = unitStart[unit]!; p < unitStart[unit + 1]!; p++) {
    if (polygon < 0 || facts.area[polygonStart[p]!]! > facts.area[polygonStart[polygon]!]!) polygon = p;
  }
  if (polygon < 0) return [];
  const shell = polygonStart[polygon]!;
  let south = Infinity;
  let north = -Infinity;
  for (let i = ringStart[shell]!; i < ringStart[shell + 1]!; i++) {
    south = Math.min(south, xy[2 * i + 1]!);
    north = Math.max(north, xy[2 * i + 1]!);
  }
  const spans: Span[] = [];
  for (const share of shares) {
    // Half a step off the grid: no line runs through a vertex.
    const y = Math.floor(south + share * (north - south)) + 0.5;
    const crossings: number[] = [];
    for (let r = shell; r < polygonStart[polygon + 1]!; r++) {
      for (let i = ringStart[r]!, j = ringStart[r + 1]! - 1; i < ringStart[r + 1]!; j = i++) {
        const ay = xy[2 * j + 1]!;
        const by = xy[2 * i + 1]!;
        if (ay > y !== by > y) crossings.push(xy[2 * j]! + ((y - ay) / (by - ay)) * (xy[2 * i]! - xy[2 * j]!));
      }
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      spans.push({ x: (crossings[k]! + crossings[k + 1]!) / 2, y, width: crossings[k + 1]! - crossings[k]! });
    }
  }
  return spans;
}
