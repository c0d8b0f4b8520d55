/** Ground behind walls: which compound holds a point, and where a line goes in and out. All in steps of 1e-7 degree. */
import Flatbush from 'flatbush';
import { METRES_PER_STEP, metresPerStepEast } from './edgeLength.ts';

export interface Compound {
  readonly name: string | null;
  /** Not closed; the ground is what an odd number of rings enclose. */
  readonly rings: readonly Int32Array[];
}

/** Nearer to its wall than this a street is taken to run outside it: parcels are drawn to the kerb, and over it. */
export const WALL_TOLERANCE_METRES = 1;

/** Where a line from a to b passes the wall of a compound. */
export interface Passage {
  readonly compound: number;
  /** Of the line, 0 to 1. */
  readonly share: number;
  readonly enters: boolean;
}

export class CompoundIndex {
  readonly #tree: Flatbush | null;
  /** Compounds by the size of their boxes: of nested ones the smaller is the home. */
  readonly #size: Float64Array;
  readonly #sides: Float64Array;

  constructor(readonly compounds: readonly Compound[]) {
    this.#size = new Float64Array(compounds.length);
    this.#sides = new Float64Array(2 * compounds.length);
    this.#tree = compounds.length > 0 ? new Flatbush(compounds.length) : null;
    compounds.forEach(({ rings }, k) => {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const ring of rings) {
        for (let i = 0; i < ring.length; i += 2) {
          west = Math.min(west, ring[i]!);
          east = Math.max(east, ring[i]!);
          south = Math.min(south, ring[i + 1]!);
          north = Math.max(north, ring[i + 1]!);
        }
      }
      if (west > east) [west, south, east, north] = [0, 0, 0, 0];
      this.#sides.set([west, east], 2 * k);
      this.#size[k] = (east - west) * (north - south);
      this.#tree!.add(west, south, east, north);
    });
    this.#tree?.finish();
  }

  /** The smallest compound that holds the point, at least `depthMetres` behind its wall; −1 where none does. */
  at(x: number, y: number, depthMetres = 0): number {
    let found = -1;
    for (const k of this.near(x, y, x, y)) {
      if (found >= 0 && (this.#size[k]! > this.#size[found]! || (this.#size[k] === this.#size[found] && k > found))) continue;
      if (this.isInside(k, x, y, depthMetres)) found = k;
    }
    return found;
  }

  /** Compounds whose boxes touch this one. */
  near(west: number, south: number, east: number, north: number): number[] {
    return this.#tree?.search(west, south, east, north) ?? [];
  }

  isInside(compound: number, x: number, y: number, depthMetres = 0): boolean {
    const { rings } = this.compounds[compound]!;
    return isInRings(rings, x, y) && (depthMetres === 0 || metresToRings(rings, x, y, depthMetres) > depthMetres);
  }

  /** Of two compounds the one that counts as home. */
  smaller(a: number, b: number): number {
    return this.#size[a]! < this.#size[b]! || (this.#size[a] === this.#size[b] && a < b) ? a : b;
  }

  /** First and last column of the compound's box on a grid. */
  columnsOf(compound: number, west: number, cellEast: number): [number, number] {
    return [Math.floor((this.#sides[2 * compound]! - west) / cellEast), Math.floor((this.#sides[2 * compound + 1]! - west) / cellEast)];
  }

  /** Passages of a line in the order in which they come. A vertex is inside only when it is well inside, so that no wall is lost between two edges. */
  passages(ax: number, ay: number, bx: number, by: number): Passage[] {
    const found = this.near(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)).sort((p, q) => p - q).flatMap((compound) => this.#passagesOf(compound, ax, ay, bx, by));
    return found.sort((p, q) => p.share - q.share || Number(p.enters) - Number(q.enters));
  }

  /** Metres from a point to the compound's wall; more than `mostMetres` may come out as infinity. */
  metresToWall(compound: number, x: number, y: number, mostMetres: number): number {
    return metresToRings(this.compounds[compound]!.rings, x, y, mostMetres);
  }

  #passagesOf(compound: number, ax: number, ay: number, bx: number, by: number): Passage[] {
    const { rings } = this.compounds[compound]!;
    const shares = crossings(rings, ax, ay, bx, by);
    const bounds = [0, ...shares, 1];
    const isDeep = (share: number) => this.isInside(compound, ax + share * (bx - ax), ay + share * (by - ay), WALL_TOLERANCE_METRES);
    const passages: Passage[] = [];
    let inside = isDeep(0);
    const change = (to: boolean, share: number) => {
      if (to === inside) return;
      passages.push({ compound, share, enters: to });
      inside = to;
    };
    for (let k = 0; k + 1 < bounds.length; k++) change(isDeep((bounds[k]! + bounds[k + 1]!) / 2), bounds[k]!);
    change(isDeep(1), 1);
    return passages;
  }
}

function crossings(rings: readonly Int32Array[], ax: number, ay: number, bx: number, by: number): number[] {
  const dx = bx - ax;
  const dy = by - ay;
  const shares: number[] = [];
  for (const ring of rings) {
    let px = ring[ring.length - 2]! - ax;
    let py = ring[ring.length - 1]! - ay;
    for (let i = 0; i < ring.length; i += 2) {
      const qx = ring[i]! - ax;
      const qy = ring[i + 1]! - ay;
      if (dx * py - dy * px > 0 !== dx * qy - dy * qx > 0) {
        const ex = qx - px;
        const ey = qy - py;
        const share = (px * ey - py * ex) / (dx * ey - dy * ex);
        if (share > 0 && share < 1) shares.push(share);
      }
      px = qx;
      py = qy;
    }
  }
  return shares.sort((p, q) => p - q);
}

function isInRings(rings: readonly Int32Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let px = ring[ring.length - 2]!;
    let py = ring[ring.length - 1]!;
    for (let i = 0; i < ring.length; i += 2) {
      const qx = ring[i]!;
      const qy = ring[i + 1]!;
      if (py > y !== qy > y && (qx - px) * (y - py) - (qy - py) * (x - px) > 0 === qy > py) inside = !inside;
      px = qx;
      py = qy;
    }
  }
  return inside;
}

function metresToRings(rings: readonly Int32Array[], x: number, y: number, mostMetres: number): number {
  const east = metresPerStepEast(y);
  let best = Infinity;
  for (const ring of rings) {
    let px = (ring[ring.length - 2]! - x) * east;
    let py = (ring[ring.length - 1]! - y) * METRES_PER_STEP;
    for (let i = 0; i < ring.length; i += 2) {
      const qx = (ring[i]! - x) * east;
      const qy = (ring[i + 1]! - y) * METRES_PER_STEP;
      if (Math.min(px, qx) <= mostMetres && Math.max(px, qx) >= -mostMetres && Math.min(py, qy) <= mostMetres && Math.max(py, qy) >= -mostMetres) best = Math.min(best, toSegment(px, py, qx, qy));
      px = qx;
      py = qy;
    }
  }
  return best;
}

/** From the origin to a segment. */
function toSegment(px: number, py: number, qx: number, qy: number): number {
  const dx = qx - px;
  const dy = qy - py;
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(px * dx + py * dy) / squared));
  return Math.hypot(px + share * dx, py + share * dy);
}
