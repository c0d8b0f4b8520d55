/** Where the rings lie and which way the shells turn, taken ring by ring while their positions are still at hand. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Mark, Scan } from './scan.ts';

export type Bounds = [west: number, south: number, east: number, north: number];

export interface Extent {
  /** West, south, east, north in steps. */
  box: Float64Array;
  clockwiseShells: number;
  counterclockwiseShells: number;
}

export function createExtent(): Extent {
  return { box: Float64Array.of(Infinity, Infinity, -Infinity, -Infinity), clockwiseShells: 0, counterclockwiseShells: 0 };
}

/** Takes in the rings read since `mark`. */
export function extend(extent: Extent, scan: Scan, mark: Mark): void {
  let polygon = mark.polygonCount;
  for (let ring = mark.ringCount; ring < scan.ringCount; ring++) {
    const end = ring + 1 < scan.ringCount ? scan.ringStart[ring + 1]! : scan.vertexCount;
    const doubleArea = sweepRing(scan.coordinates, scan.ringStart[ring]! * 2, end * 2, extent.box);
    if (polygon >= scan.polygonCount || scan.polygonStart[polygon] !== ring) continue;
    polygon++;
    if (doubleArea > 0) extent.counterclockwiseShells++;
    else if (doubleArea < 0) extent.clockwiseShells++;
  }
}

export function boundsOf({ box }: Extent): Bounds | null {
  if (box[0] === Infinity) return null;
  return [box[0]! / STEPS_PER_DEGREE, box[1]! / STEPS_PER_DEGREE, box[2]! / STEPS_PER_DEGREE, box[3]! / STEPS_PER_DEGREE];
}

/** Widens the box and answers twice the signed area, from the first vertex, so that products stay exact enough for a sign. */
function sweepRing(coordinates: Int32Array, first: number, end: number, box: Float64Array): number {
  const x0 = coordinates[first]!;
  const y0 = coordinates[first + 1]!;
  let west = x0;
  let south = y0;
  let east = x0;
  let north = y0;
  let doubleArea = 0;
  let px = 0;
  let py = 0;
  for (let k = first + 2; k < end; k += 2) {
    const x = coordinates[k]!;
    const y = coordinates[k + 1]!;
    if (x < west) west = x;
    else if (x > east) east = x;
    if (y < south) south = y;
    else if (y > north) north = y;
    const dx = x - x0;
    const dy = y - y0;
    doubleArea += px * dy - dx * py;
    px = dx;
    py = dy;
  }
  if (west < box[0]!) box[0] = west;
  if (south < box[1]!) box[1] = south;
  if (east > box[2]!) box[2] = east;
  if (north > box[3]!) box[3] = north;
  return doubleArea;
}
