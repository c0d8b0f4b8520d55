/**
 * How much of one layer's line runs along another's. Points are sampled from the first; of the second
 * only the segments in cells that hold a point are looked at, so millions of vertices cost one pass.
 */
import type { PolygonLayer } from '../coverage/layer.ts';
import { STEPS_PER_DEGREE, type LngLat } from './coordinates.ts';

const METRES_PER_DEGREE = 111_320;
/** Side of a cell, metres: several times the distance that counts as near. */
const CELL_METRES = 60;
/** A segment longer than so many cells is no boundary that was digitised; it is followed this far. */
const MOST_CELLS = 2000;

/** At most `count` points at even steps along all rings, wherever the vertices lie. */
export function sampleLine(layer: PolygonLayer, count: number): [number, number][] {
  let total = 0;
  forEachSegment(layer, (ax, ay, bx, by) => (total += Math.hypot(bx - ax, by - ay)));
  if (total === 0) return [];
  const step = total / count;
  const points: [number, number][] = [];
  let next = step / 2;
  let along = 0;
  forEachSegment(layer, (ax, ay, bx, by) => {
    const length = Math.hypot(bx - ax, by - ay);
    while (next <= along + length && points.length < count) {
      const share = (next - along) / length;
      points.push([(ax + (bx - ax) * share) / STEPS_PER_DEGREE, (ay + (by - ay) * share) / STEPS_PER_DEGREE]);
      next += step;
    }
    along += length;
  });
  return points;
}

interface Point {
  set: number;
  x: number;
  y: number;
  isNear: boolean;
}

/** For each set of points the share that lies within `nearMetres` of a segment of the layer. */
export function shareOnLines(layer: PolygonLayer, sets: readonly (readonly LngLat[])[], nearMetres: number): number[] {
  const middle = sets.find((set) => set.length > 0)?.[0];
  if (!middle) return sets.map(() => 0);
  const yScale = METRES_PER_DEGREE;
  const xScale = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  const points = sets.flatMap((set, k) => set.map(([lng, lat]): Point => ({ set: k, x: lng * xScale, y: lat * yScale, isNear: false })));
  const cells = cellsOf(points, nearMetres);
  const stepX = xScale / STEPS_PER_DEGREE;
  const stepY = yScale / STEPS_PER_DEGREE;
  forEachSegment(layer, (ax, ay, bx, by) => { markNear(cells, ax * stepX, ay * stepY, bx * stepX, by * stepY, nearMetres); });
  const near = sets.map(() => 0);
  for (const { set, isNear } of points) if (isNear) near[set]!++;
  return sets.map((set, k) => (set.length === 0 ? 0 : near[k]! / set.length));
}

/** Each point is in its own cell and in those that its nearness reaches into: a segment looks only where it runs. */
function cellsOf(points: readonly Point[], nearMetres: number): Map<number, Point[]> {
  const cells = new Map<number, Point[]>();
  for (const point of points) {
    const keys = new Set<number>();
    for (const dx of [-nearMetres, nearMetres]) for (const dy of [-nearMetres, nearMetres]) keys.add(cellKey(point.x + dx, point.y + dy));
    for (const key of keys) {
      const cell = cells.get(key);
      if (cell) cell.push(point);
      else cells.set(key, [point]);
    }
  }
  return cells;
}

function markNear(cells: Map<number, Point[]>, ax: number, ay: number, bx: number, by: number, nearMetres: number): void {
  // Half a cell a step: a corner that is cut is cut by less than the reach of a point.
  const steps = Math.min(Math.ceil(Math.hypot(bx - ax, by - ay) / (CELL_METRES / 4)), MOST_CELLS);
  let last = NaN;
  for (let k = 0; k <= steps; k++) {
    const share = steps === 0 ? 0 : k / steps;
    const key = cellKey(ax + (bx - ax) * share, ay + (by - ay) * share);
    if (key === last) continue;
    last = key;
    const cell = cells.get(key);
    if (!cell) continue;
    for (const point of cell) if (!point.isNear && distance(point, ax, ay, bx, by) <= nearMetres) point.isNear = true;
  }
}

/** Cells are numbered row by row; a row has more cells than the equator. */
function cellKey(x: number, y: number): number {
  return Math.floor(y / CELL_METRES) * 1_000_000 + Math.floor(x / CELL_METRES);
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
