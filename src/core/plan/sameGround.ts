/**
 * Whether a unit holds the same ground in two plans. Where a line was drawn up to its boundary, a vertex was put into an edge of it:
 * rounded to a whole step it bends the edge by millimetres, which is no ground gained or lost.
 */
import { arcOf, halvesOf, nodeOf, type Coverage } from '../coverage/coverage.ts';
import { PointTable } from '../coverage/pointTable.ts';
import { fromLowest } from '../coverage/ringMeasure.ts';
import { shapeOfFaces } from '../coverage/shape.ts';
import type { Plan } from './plan.ts';

/** How far rounding moves a vertex off an edge that was split again and again, steps. */
const OFF_EDGE = 2;

/** By the list of faces: a list is made anew whenever a face of it changes. */
const outlines = new WeakMap<readonly number[], string>();

export function holdsSameGround(before: Plan, after: Plan, unit: number): boolean {
  const was = facesOf(before.coverage, unit);
  const is = facesOf(after.coverage, unit);
  return was === is || outlineOf(before.coverage, was) === outlineOf(after.coverage, is);
}

function facesOf({ facesOf: lists }: Coverage, unit: number): readonly number[] {
  return unit < lists.length ? lists.get(unit) : [];
}

/** All rings without the vertices that were put in; one text for one piece of ground. */
function outlineOf(coverage: Coverage, faces: readonly number[]): string {
  const known = outlines.get(faces);
  if (known !== undefined) return known;
  const put = putVertices(coverage, faces);
  const rings = shapeOfFaces(coverage, faces).flat();
  const outline = rings.map((ring) => fromLowest(withoutPut(ring, put)).join()).sort().join(';');
  outlines.set(faces, outline);
  return outline;
}

/** Vertices that lines put into edges round these faces. */
function putVertices(coverage: Coverage, faces: readonly number[]): PointTable {
  const put = new PointTable(16);
  for (const face of faces) {
    for (const half of halvesOf(coverage, face)) {
      const { from, made } = arcOf(coverage, half >> 1);
      for (const { x, y } of made) put.add(x, y);
      const { x, y, splits } = nodeOf(coverage, from);
      if (splits.length > 0) put.add(x, y);
    }
  }
  return put;
}

/** A put-in vertex that has become a corner stays: there the boundary was moved. */
function withoutPut(ring: readonly number[], put: PointTable): number[] {
  const kept: number[] = [];
  const count = ring.length / 2;
  const isPut = (i: number) => put.find(ring[2 * (i % count)]!, ring[2 * (i % count) + 1]!) >= 0;
  const start = Array.from({ length: count }, (_, i) => i).find((i) => !isPut(i)) ?? 0;
  let last = start;
  for (let i = start; i < start + count; i++) {
    let next = i + 1;
    while (next < start + count && isPut(next)) next++;
    if (i > start && isPut(i) && liesAlong(ring, last % count, next % count, i % count)) continue;
    kept.push(ring[2 * (i % count)]!, ring[2 * (i % count) + 1]!);
    last = i;
  }
  return kept;
}

/** Whether vertex `at` lies on the straight line between two others, but for rounding. */
function liesAlong(ring: readonly number[], from: number, to: number, at: number): boolean {
  const [x, y] = [ring[2 * from]!, ring[2 * from + 1]!];
  const [dx, dy] = [ring[2 * to]! - x, ring[2 * to + 1]! - y];
  return Math.abs(dx * (ring[2 * at + 1]! - y) - dy * (ring[2 * at]! - x)) <= OFF_EDGE * Math.hypot(dx, dy);
}
