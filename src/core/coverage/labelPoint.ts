/** Where a unit's name stands: the middle of the widest stretch on a few lines of latitude through its largest part. */
import type { PolygonLayer } from './layer.ts';
import type { RingFacts } from './rings.ts';

/** Lines tried, as shares of the part's height. */
const LINES = [0.5, 0.4, 0.6];

/** In steps; null for a unit without ground. */
export function labelPoint(layer: PolygonLayer, facts: RingFacts, unit: number): [number, number] | null {
  const { coordinates: xy, ringStart, polygonStart, unitStart } = layer;
  let polygon = -1;
  for (let p = unitStart[unit]!; p < unitStart[unit + 1]!; p++) {
    if (polygon < 0 || facts.area[polygonStart[p]!]! > facts.area[polygonStart[polygon]!]!) polygon = p;
  }
  if (polygon < 0) return null;
  const from = ringStart[polygonStart[polygon]!]!;
  const shellEnd = ringStart[polygonStart[polygon]! + 1]!;
  const end = ringStart[polygonStart[polygon + 1]!]!;
  let south = Infinity;
  let north = -Infinity;
  for (let i = from; i < shellEnd; i++) {
    south = Math.min(south, xy[2 * i + 1]!);
    north = Math.max(north, xy[2 * i + 1]!);
  }
  let best: [number, number] | null = from < shellEnd ? [xy[2 * from]!, xy[2 * from + 1]!] : null;
  let widest = 0;
  for (const share of LINES) {
    const y = south + share * (north - south) + 0.5;
    const crossings: number[] = [];
    for (let r = polygonStart[polygon]!; r < polygonStart[polygon + 1]!; r++) {
      for (let i = ringStart[r]!, j = ringStart[r + 1]! - 1; i < ringStart[r + 1]! && i < end; j = i++) {
        const ay = xy[2 * j + 1]!;
        const by = xy[2 * i + 1]!;
        if (ay > y !== by > y) crossings.push(xy[2 * j]! + ((y - ay) / (by - ay)) * (xy[2 * i]! - xy[2 * j]!));
      }
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const width = crossings[k + 1]! - crossings[k]!;
      // The middle line wins unless another is clearly wider.
      if (width > widest * 1.15) {
        widest = width;
        best = [(crossings[k]! + crossings[k + 1]!) / 2, y];
      }
    }
  }
  return best;
}
