/** Order and size of what bounds a face or leaves a node: the same for the same lines, however they came about. */
import { lowestVertex, ringArea } from './ringMeasure.ts';

/** Counter-clockwise from due east, by the next vertex along each half-arc; exact, since steps are whole. */
export function inOrder(x: number, y: number, out: readonly { half: number; x: number; y: number }[]): number[] {
  const upper = (p: { x: number; y: number }) => (p.y > y || (p.y === y && p.x > x) ? 0 : 1);
  return [...out].sort((p, q) => upper(p) - upper(q) || -cross(p.x - x, p.y - y, q.x - x, q.y - y)).map(({ half }) => half);
}

function cross(ux: number, uy: number, vx: number, vy: number): number {
  const value = ux * vy - uy * vx;
  // Products of steps beyond 94 million may round: then whole numbers of any size decide.
  if (Math.abs(value) > 64 || (Math.abs(ux) < 6e7 && Math.abs(uy) < 6e7 && Math.abs(vx) < 6e7 && Math.abs(vy) < 6e7)) return value;
  return Number(BigInt(ux) * BigInt(vy) - BigInt(uy) * BigInt(vx));
}

/** Shell first, holes by their lowest vertex. */
export function orderedLoops(halves: readonly number[], rings: readonly (readonly number[])[], outside: boolean): number[] {
  return byLowest(halves.map((half, k) => {
    const at = 2 * lowestVertex(rings[k]!);
    return { half, x: rings[k]![at]!, y: rings[k]![at + 1]! };
  }), outside);
}

/** The same of loops whose lowest vertices are known. */
export function byLowest(loops: readonly { half: number; x: number; y: number }[], outside: boolean): number[] {
  const holes = (outside ? [...loops] : loops.slice(1)).sort((p, q) => p.x - q.x || p.y - q.y);
  return (outside ? holes : [loops[0]!, ...holes]).map(({ half }) => half);
}

/** Shell less holes, m²; summed in the holes' order. */
export function loopsArea(rings: readonly (readonly number[])[]): number {
  return areaLessHoles(rings.map((ring) => ringArea(ring)));
}

/** Of signed areas, the shell's first. */
export function areaLessHoles(areas: readonly number[]): number {
  const holes = areas.slice(1).sort((p, q) => p - q);
  return Math.max(0, holes.reduce((sum, area) => sum + area, areas[0] ?? 0));
}
