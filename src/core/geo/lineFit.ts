/**
 * How much of one layer's line runs along another's. Points are sampled from the first; of the second
 * only the segments in cells near a point are looked at, so millions of vertices cost one pass.
 */
import type { PolygonLayer } from '../coverage/layer.ts';
import { STEPS_PER_DEGREE, type LngLat } from './coordinates.ts';

const METRES_PER_DEGREE = 111_320;
const LEAST_CELL_METRES = 60;
/** A power of two, many times the cells that the points take. */
const HASHES = 1 << 20;
/** A segment longer than so many steps is no boundary that was digitised; it is followed this far. */
const MOST_STEPS = 2000;

/** At most `count` points at even steps along all rings, wherever the vertices lie. */
export function sampleLine(layer: PolygonLayer, count: number): [number, number][] {
  let total = 0;
  forEachSegment(layer, (ax, ay, bx, by) => { total += Math.hypot(bx - ax, by - ay); });
  if (total === 0) return [];
  const step = total / count;
  const points: [number, number][] = [];
  let next = step / 2;
  let along = 0;
  forEachSegment(layer, (ax, ay, bx, by) => {
    const length = Math.hypot(bx - ax, by - ay);
    for (; length > 0 && next <= along + length && points.length < count; next += step) {
      const share = (next - along) / length;
      points.push([(ax + (bx - ax) * share) / STEPS_PER_DEGREE, (ay + (by - ay) * share) / STEPS_PER_DEGREE]);
    }
    along += length;
  });
  return points;
}

const NO_POINTS: readonly Point[] = [];

interface Point {
  set: number;
  x: number;
  y: number;
  isNear: boolean;
}

/** Points by cell. Each is in every cell from which a segment may come near it. */
interface PointGrid {
  nearMetres: number;
  cellMetres: number;
  /** By hashed cell: nothing is there, or look in `cells`. */
  occupied: Uint8Array;
  cells: Map<number, Point[]>;
}

/** For each set of points the share that lies within `nearMetres` of a segment of the layer. */
export function shareOnLines(layer: PolygonLayer, sets: readonly (readonly LngLat[])[], nearMetres: number): number[] {
  const middle = sets.find((set) => set.length > 0)?.[0];
  if (!middle) return sets.map(() => 0);
  const xScale = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  const points = sets.flatMap((set, k) => set.map(([lng, lat]): Point => ({ set: k, x: lng * xScale, y: lat * METRES_PER_DEGREE, isNear: false })));
  const grid = gridOf(points, nearMetres);
  const stepX = xScale / STEPS_PER_DEGREE;
  const stepY = METRES_PER_DEGREE / STEPS_PER_DEGREE;
  forEachSegment(layer, (ax, ay, bx, by) => { markNear(grid, ax * stepX, ay * stepY, bx * stepX, by * stepY); });
  const near = sets.map(() => 0);
  for (const { set, isNear } of points) if (isNear) near[set]!++;
  return sets.map((set, k) => (set.length === 0 ? 0 : near[k]! / set.length));
}

function gridOf(points: readonly Point[], nearMetres: number): PointGrid {
  // Half a cell must hold the nearness and a segment's step of a quarter cell.
  const cellMetres = Math.max(LEAST_CELL_METRES, 4 * nearMetres);
  const grid: PointGrid = { nearMetres, cellMetres, occupied: new Uint8Array(HASHES), cells: new Map() };
  const reach = nearMetres + cellMetres / 4;
  for (const point of points) {
    const keys = new Set<number>();
    for (const dx of [-reach, reach]) {
      for (const dy of [-reach, reach]) {
        const column = Math.floor((point.x + dx) / cellMetres);
        const row = Math.floor((point.y + dy) / cellMetres);
        grid.occupied[hashOf(column, row)] = 1;
        keys.add(keyOf(column, row));
      }
    }
    for (const key of keys) {
      const inside = grid.cells.get(key);
      if (inside) inside.push(point);
      else grid.cells.set(key, [point]);
    }
  }
  return grid;
}

function hashOf(column: number, row: number): number {
  return (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)) & (HASHES - 1);
}

/** Row by row; a row has fewer cells than this. */
function keyOf(column: number, row: number): number {
  return row * 10_000_000 + column;
}

/** A segment is seen from its beginning and every quarter cell on; its end is the next one's beginning. */
function markNear(grid: PointGrid, ax: number, ay: number, bx: number, by: number): void {
  const longest = Math.max(Math.abs(bx - ax), Math.abs(by - ay));
  const steps = Math.min(Math.floor((longest * 4 * Math.SQRT2) / grid.cellMetres), MOST_STEPS);
  for (let k = 0; k <= steps; k++) {
    const share = k / (steps + 1);
    const column = Math.floor((ax + (bx - ax) * share) / grid.cellMetres);
    const row = Math.floor((ay + (by - ay) * share) / grid.cellMetres);
    if (grid.occupied[hashOf(column, row)] === 0) continue;
    for (const point of grid.cells.get(keyOf(column, row)) ?? NO_POINTS) {
      if (!point.isNear && distance(point, ax, ay, bx, by) <= grid.nearMetres) point.isNear = true;
    }
  }
}

function distance({ x, y }: Point, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(ax + dx * share - x, ay + dy * share - y);
}

function forEachSegment({ coordinates, ringStart }: PolygonLayer, visit: (ax: number, ay: number, bx: number, by: number) => void): void {
  for (let ring = 0; ring + 1 < ringStart.length; ring++) {
    const first = ringStart[ring]!;
    const end = ringStart[ring + 1]!;
    for (let i = first; i < end; i++) {
      const j = i + 1 < end ? i + 1 : first;
      visit(coordinates[2 * i]!, coordinates[2 * i + 1]!, coordinates[2 * j]!, coordinates[2 * j + 1]!);
    }
  }
}
