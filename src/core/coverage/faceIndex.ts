/** Which faces may lie at a place: a grid of cells, each with the faces whose box touches it. Shared between coverages, page by page. */
import { PagedArray } from '../pagedArray.ts';
import type { Face, FaceIndex } from './coverage.ts';

/** Cells in all for each face: few faces share a cell, few cells hold a face. */
const CELLS_PER_FACE = 1.5;

export type Box = readonly [number, number, number, number];

export function openIndex(faces: readonly (Face | null)[], extent: Box): FaceIndex {
  const [west, south, east, north] = extent;
  const width = Math.max(east - west, 1);
  const height = Math.max(north - south, 1);
  const cell = Math.max(Math.sqrt((width * height) / (faces.length * CELLS_PER_FACE + 16)), width / 2048, height / 2048, 1);
  const columns = Math.floor(width / cell) + 1;
  const rows = Math.floor(height / cell) + 1;
  const lists: number[][] = Array.from({ length: columns * rows }, () => []);
  const grid = { west, south, cell, columns, rows };
  faces.forEach((face, id) => {
    if (face && id > 0) for (const at of cellsOf(grid, face.box)) lists[at]!.push(id);
  });
  return { ...grid, cells: PagedArray.from(lists) };
}

/** Cells that a box touches; what lies beyond the grid falls into its rim. */
export function* cellsOf(grid: Omit<FaceIndex, 'cells'>, [west, south, east, north]: Box): IterableIterator<number> {
  const column = (x: number) => Math.min(grid.columns - 1, Math.max(0, Math.floor((x - grid.west) / grid.cell)));
  const row = (y: number) => Math.min(grid.rows - 1, Math.max(0, Math.floor((y - grid.south) / grid.cell)));
  const last = column(east);
  for (let r = row(south); r <= row(north); r++) for (let c = column(west); c <= last; c++) yield r * grid.columns + c;
}

/** Faces whose cells the box touches, each once: a superset of those that meet it. */
export function facesNear(index: FaceIndex, box: Box): Set<number> {
  const found = new Set<number>();
  for (const at of cellsOf(index, box)) for (const face of index.cells.get(at)) found.add(face);
  return found;
}

/** The index after faces changed: `before` and `after` of each changed face. */
export function reindex(index: FaceIndex, changed: Iterable<readonly [number, Face | null, Face | null]>): FaceIndex {
  const cells = new Map<number, number[]>();
  const own = (at: number): number[] => {
    const list = cells.get(at) ?? [...index.cells.get(at)];
    cells.set(at, list);
    return list;
  };
  for (const [id, before, after] of changed) {
    if (before && after && before.box.every((value, k) => value === after.box[k])) continue;
    if (before) for (const at of cellsOf(index, before.box)) own(at).splice(own(at).indexOf(id), 1);
    if (after) for (const at of cellsOf(index, after.box)) own(at).push(id);
  }
  return { ...index, cells: index.cells.with(cells) };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
