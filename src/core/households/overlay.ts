/**
 * Rings laid over a stretch of the coverage: all segments are noded together, and of each cell within the rings it is told which
 * face it lies in and how large it is. Fine steps (a sixteenth of 1e-7 degree) are counted from the rings' south-west.
 */
import { OUTSIDE_FACE } from '../coverage/coverage.ts';
import { NODING_STEPS } from '../coverage/defect.ts';
import { buildFaces, cycle, origin, OUTSIDE, type FaceGraph } from '../coverage/faces.ts';
import { nodeSegments, type Segments } from '../coverage/noding.ts';
import { ringArea } from '../coverage/ringMeasure.ts';
import { innerPoint } from './innerPoint.ts';

/** Segments of arcs with the face on either side. */
export interface LineSegment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly left: number;
  readonly right: number;
  /** Arc that it is of. */
  readonly arc: number;
}

/** What is within: ground enclosed an odd number of times, or (rings of several shapes, shells counter-clockwise) at all. */
export type InsideRule = 'odd' | 'any';

export interface Cell {
  readonly face: number;
  readonly areaSquareMetres: number;
}

/** Weights of crossing lines must not cancel where two are rounded on to one edge: they differ by arc. */
const WEIGHTS = 97;

export function overlayCells(
  rings: readonly ArrayLike<number>[], lines: readonly LineSegment[], rule: InsideRule, faceAt: (x: number, y: number) => number,
): Cell[] {
  const { segments, weights, ringCount, west, south } = gather(rings, lines);
  const faces = buildFaces(nodeSegments(segments), weights);
  const cells: Cell[] = [];
  for (let cell = 1; cell < faces.faceCount; cell++) {
    const winding = faces.parents[cell]!;
    if (cell === OUTSIDE || !(rule === 'odd' ? (winding & 1) === 1 : winding !== 0)) continue;
    const outlines = [faces.outline[cell]!, ...faces.holes[cell]!].map((rim) => cycle(faces, rim));
    const positions = outlines.map((halves) => halves.flatMap((half) => {
      const n = origin(faces.graph, half);
      return [faces.graph.nodeX[n]! / NODING_STEPS + west, faces.graph.nodeY[n]! / NODING_STEPS + south];
    }));
    const areaSquareMetres = positions.reduce((sum, ring) => sum + ringArea(ring), 0);
    let face = faceBeside(faces, outlines, ringCount, lines);
    if (face === null) {
      const at = innerPoint(positions);
      face = at === null ? OUTSIDE_FACE : faceAt(at[0], at[1]);
    }
    if (areaSquareMetres > 0) cells.push({ face, areaSquareMetres });
  }
  return cells;
}

function gather(rings: readonly ArrayLike<number>[], lines: readonly LineSegment[]) {
  const values: number[] = [];
  let [west, south] = [Infinity, Infinity];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      west = Math.min(west, ring[i]!);
      south = Math.min(south, ring[i + 1]!);
      if (ring[i] !== ring[j] || ring[i + 1] !== ring[j + 1]) values.push(ring[j]!, ring[j + 1]!, ring[i]!, ring[i + 1]!);
    }
  }
  const ringCount = values.length / 4;
  for (const { ax, ay, bx, by } of lines) values.push(ax, ay, bx, by);
  const count = values.length / 4;
  const pick = (k: number, from: number) => Float64Array.from({ length: count }, (_, i) => Math.round((values[4 * i + k]! - from) * NODING_STEPS));
  const segments: Segments = { count, x0: pick(0, west), y0: pick(1, south), x1: pick(2, west), y1: pick(3, south) };
  const weights = { units: new Int8Array(count), parents: new Int8Array(count).fill(1, 0, ringCount) };
  lines.forEach(({ arc }, k) => { weights.units[ringCount + k] = 1 + (arc % WEIGHTS); });
  return { segments, weights, ringCount, west, south };
}

/** The face that the longest line round the cell has on this side; null where the rings alone bound it. */
function faceBeside({ graph }: FaceGraph, outlines: readonly (readonly number[])[], ringCount: number, lines: readonly LineSegment[]): number | null {
  let face: number | null = null;
  let longest = 0;
  for (const half of outlines.flat()) {
    const e = half >> 1;
    const dx = graph.nodeX[graph.edgeTo[e]!]! - graph.nodeX[graph.edgeFrom[e]!]!;
    const dy = graph.nodeY[graph.edgeTo[e]!]! - graph.nodeY[graph.edgeFrom[e]!]!;
    const length = Math.hypot(dx, dy);
    if (length <= longest) continue;
    const beside = faceLeftOf(graph, half, ringCount, lines);
    if (beside === null) continue;
    face = beside;
    longest = length;
  }
  return face;
}

function faceLeftOf(graph: FaceGraph['graph'], half: number, ringCount: number, lines: readonly LineSegment[]): number | null {
  const e = half >> 1;
  const left: number[] = [];
  const right: number[] = [];
  for (let k = graph.useStart[e]!; k < graph.useStart[e + 1]!; k++) {
    const line = lines[graph.useSegment[k]! - ringCount];
    if (!line) continue;
    const isAlong = (graph.useForward[k] === 1) === ((half & 1) === 0);
    left.push(isAlong ? line.left : line.right);
    right.push(isAlong ? line.right : line.left);
  }
  // Lines rounded on to one edge have squeezed a face away: it stands on both sides.
  for (const squeezed of right) {
    const at = left.indexOf(squeezed);
    if (left.length > 1 && at >= 0) left.splice(at, 1);
  }
  return left[0] ?? null;
}
