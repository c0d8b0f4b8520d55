/**
 * The outline of a group of cells: the sides that the group has on one side only, linked into rings.
 * Three lines meet at a corner, so an outline passes a corner once at most and the linking is certain.
 */
import { cornersOf, neighboursOf, type Honeycomb } from './cells.ts';

/** Rings of nodes, the group on their left. */
export function outlineOf(comb: Honeycomb, group: readonly number[]): number[][] {
  const members = new Set(group);
  const next = new Map<number, number>();
  for (const cell of group) {
    const corners = cornersOf(comb, cell);
    neighboursOf(comb, cell).forEach((other, side) => {
      if (!members.has(other)) next.set(corners[side]!, corners[(side + 1) % 6]!);
    });
  }
  const rings: number[][] = [];
  while (next.size > 0) {
    const ring: number[] = [];
    let node = next.keys().next().value!;
    for (let to = next.get(node); to !== undefined; to = next.get(node)) {
      ring.push(node);
      next.delete(node);
      node = to;
    }
    rings.push(ring);
  }
  return rings;
}

/** Connected groups of about `size` cells: seeds in a pattern, grown in turn. Group index by cell. */
export function groupCells(comb: Honeycomb, size: number): Map<number, number> {
  const pitch = Math.max(1, Math.round(Math.sqrt(size)));
  const members = new Set(comb.cells);
  const groupOf = new Map<number, number>();
  const queue: number[] = [];
  for (const cell of comb.cells) {
    const row = Math.floor(cell / comb.columns);
    const column = cell - row * comb.columns;
    const band = Math.floor(row / pitch);
    if (row % pitch === Math.floor(pitch / 2) && (column + (band % 2) * Math.floor(pitch / 2)) % pitch === 0) queue.push(cell);
  }
  if (queue.length === 0) queue.push(comb.cells[0]!);
  queue.forEach((cell, group) => groupOf.set(cell, group));
  for (let i = 0; i < queue.length; i++) {
    const group = groupOf.get(queue[i]!)!;
    for (const other of neighboursOf(comb, queue[i]!)) {
      if (!members.has(other) || groupOf.has(other)) continue;
      groupOf.set(other, group);
      queue.push(other);
    }
  }
  return groupOf;
}
