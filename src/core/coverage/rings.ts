/**
 * One pass over every ring: area, orientation, role, bounds, and the rings that
 * have collapsed. Everything later reads its facts from here.
 */
import { localScale, ringAreaSquareMetres } from '../geo/ellipsoid.ts';
import type { PolygonLayer } from './layer.ts';

export interface RingFacts {
  ringCount: number;
  /** Unit of each ring. */
  unitOf: Int32Array;
  /** 1 where the ring is its polygon's shell. */
  isShell: Uint8Array;
  /** +1 where the ring as stored has its ground on the left, -1 on the right, 0 where it has collapsed. */
  sign: Int8Array;
  /** Ring area, m², without sign. */
  area: Float64Array;
  /** Area of each unit: shells less holes, m². */
  unitArea: Float64Array;
  /** West, south, east, north of each unit in steps; length 4 × units. An empty unit has west > east. */
  unitBox: Int32Array;
  collapsed: number[];
}

export function surveyRings(layer: PolygonLayer, gridMetres: number): RingFacts {
  const { coordinates: xy, ringStart, polygonStart, unitStart, unitCount } = layer;
  const ringCount = ringStart.length - 1;
  const facts: RingFacts = {
    ringCount,
    unitOf: new Int32Array(ringCount),
    isShell: new Uint8Array(ringCount),
    sign: new Int8Array(ringCount),
    area: new Float64Array(ringCount),
    unitArea: new Float64Array(unitCount),
    unitBox: new Int32Array(4 * unitCount),
    collapsed: [],
  };
  for (let u = 0; u < unitCount; u++) {
    let west = 2147483647;
    let south = 2147483647;
    let east = -2147483648;
    let north = -2147483648;
    for (let p = unitStart[u]!; p < unitStart[u + 1]!; p++) {
      const shell = polygonStart[p]!;
      for (let r = shell; r < polygonStart[p + 1]!; r++) {
        const first = ringStart[r]!;
        const end = ringStart[r + 1]!;
        const signed = ringAreaSquareMetres(xy, first, end);
        const area = Math.abs(signed);
        const isShell = r === shell;
        facts.unitOf[r] = u;
        facts.isShell[r] = isShell ? 1 : 0;
        facts.area[r] = area;
        for (let i = first; i < end; i++) {
          const x = xy[2 * i]!;
          const y = xy[2 * i + 1]!;
          if (x < west) west = x;
          if (x > east) east = x;
          if (y < south) south = y;
          if (y > north) north = y;
        }
        // Only a ring of little area can have collapsed; its outline is measured only then.
        if (end - first < 3 || (area < 1e4 && hasCollapsed(xy, first, end, area, gridMetres))) {
          facts.collapsed.push(r);
          continue;
        }
        facts.sign[r] = signed > 0 === isShell ? 1 : -1;
        facts.unitArea[u]! += isShell ? area : -area;
      }
    }
    facts.unitBox[4 * u] = west;
    facts.unitBox[4 * u + 1] = south;
    facts.unitBox[4 * u + 2] = east;
    facts.unitBox[4 * u + 3] = north;
  }
  return facts;
}

/** Thinner than the grid from end to end, by area over half the outline. A crossed ring may have no net area: not collapsed. */
function hasCollapsed(xy: Int32Array, first: number, end: number, area: number, gridMetres: number): boolean {
  const { east, north } = localScale(xy[2 * first + 1]!);
  let outline = 0;
  let absolute = 0;
  const x0 = xy[2 * first]!;
  const y0 = xy[2 * first + 1]!;
  for (let i = first; i < end; i++) {
    const j = i + 1 < end ? i + 1 : first;
    const ax = xy[2 * i]! - x0;
    const ay = xy[2 * i + 1]! - y0;
    const bx = xy[2 * j]! - x0;
    const by = xy[2 * j + 1]! - y0;
    outline += Math.hypot((bx - ax) * east, (by - ay) * north);
    absolute += Math.abs(ax * by - bx * ay);
  }
  if (outline === 0) return true;
  // Twice the swept area without cancellation tells a figure of eight from a line.
  const swept = (absolute * east * north) / 2;
  return (2 * area) / outline < gridMetres && (2 * swept) / outline < gridMetres;
}
