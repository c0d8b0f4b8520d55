/**
 * Which cells a generated city has: a blob of a honeycomb.
 *
 * A honeycomb's corners belong to three cells each, like most corners of real
 * communities, and no two cells can touch at a point only.
 * Cell (column, row) has id row × columns + column; odd rows lie half a cell further east.
 * Each corner is the north or the south tip of exactly one cell: node = 2 × cell, or + 1 for south.
 */
import { hashUnit } from './random.ts';

export interface Honeycomb {
  columns: number;
  rows: number;
  /** Ids of the chosen cells, west to east, north to south. */
  cells: number[];
}

/** Corners counter-clockwise from the north tip. */
export function cornersOf(comb: Honeycomb, cell: number): number[] {
  const [upLeft, , downLeft, downRight, , upRight] = neighboursOf(comb, cell) as [number, number, number, number, number, number];
  return [2 * cell, 2 * upLeft + 1, 2 * downLeft, 2 * cell + 1, 2 * downRight, 2 * upRight + 1];
}

/** The cell beyond each side; side i runs from corner i to corner i + 1. */
export function neighboursOf(comb: Honeycomb, cell: number): number[] {
  const row = Math.floor(cell / comb.columns);
  const shift = row % 2 === 0 ? -1 : 0;
  const up = cell + comb.columns + shift;
  const down = cell - comb.columns + shift;
  return [up, cell - 1, down, down + 1, cell + 1, up + 1];
}

/** Centre of a cell in units of the side length. */
export function centreOf(comb: Honeycomb, cell: number): [number, number] {
  const row = Math.floor(cell / comb.columns);
  const column = cell - row * comb.columns;
  return [Math.sqrt(3) * (column + (row % 2 === 0 ? 0 : 0.5) - comb.columns / 2), 1.5 * (row - comb.rows / 2)];
}

/** Where a node stands before anything is moved, in units of the side length. */
export function nodeAt(comb: Honeycomb, node: number): [number, number] {
  const [x, y] = centreOf(comb, node >> 1);
  return [x, y + (node % 2 === 0 ? 1 : -1)];
}

/** The `count` cells nearest to the middle, by a distance that bulges here and there. */
export function chooseCells(count: number, seed: number): Honeycomb {
  const side = Math.ceil(Math.sqrt(count) * 1.6) + 6;
  const comb: Honeycomb = { columns: side, rows: side, cells: [] };
  const phases = [2, 3, 5, 7].map((k) => ({ k, phase: hashUnit(seed, 101, k) * 2 * Math.PI }));
  const ranked: { cell: number; rank: number }[] = [];
  for (let row = 1; row < side - 1; row++) {
    for (let column = 1; column < side - 1; column++) {
      const cell = row * side + column;
      const [x, y] = centreOf(comb, cell);
      const angle = Math.atan2(y, x);
      let reach = 1;
      for (const { k, phase } of phases) reach += (0.2 / k) * Math.sin(k * angle + phase);
      ranked.push({ cell, rank: Math.hypot(x, y) / reach });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank || a.cell - b.cell);
  comb.cells = ranked.slice(0, count).map((r) => r.cell).sort((a, b) => {
    const rows = Math.floor(b / side) - Math.floor(a / side);
    return rows === 0 ? a - b : rows;
  });
  return comb;
}
