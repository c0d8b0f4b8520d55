/**
 * Snap rounding (Hobby 1999): a set of segments becomes a plane graph whose
 * edges meet only at nodes, all on an integer grid.
 *
 * Every end point and every intersection, rounded, is a hot pixel; a segment is
 * routed through the centres of the hot pixels that it passes. The result is
 * fully noded, whatever the input, and no point moves by more than half a step.
 */
import { orient2d } from 'robust-predicates';
import { EdgeTable } from './edgeTable.ts';
import { PointTable } from './pointTable.ts';
import { SegmentGrid, type Segments } from './segmentGrid.ts';

export type { Segments } from './segmentGrid.ts';

/** Nodes, and straight edges that meet only there. */
export interface PlaneGraph {
  nodeCount: number;
  nodeX: Float64Array;
  nodeY: Float64Array;
  edgeCount: number;
  edgeFrom: Int32Array;
  edgeTo: Int32Array;
}

/** Edges each once, by node index: from < to. */
export interface NodedGraph extends PlaneGraph {
  /** The nodes again, to be found by their place. */
  points: PointTable;
  /** Uses of edges by segments: `useStart[e]..useStart[e+1]` in `useSegment`, `useForward` is 1 where the segment runs from → to. */
  useStart: Int32Array;
  useSegment: Int32Array;
  useForward: Uint8Array;
  /** End points that lie by a segment without being on it, nearer than asked: segment, node, segment, node … */
  near: number[];
  startNode: Int32Array;
  endNode: Int32Array;
}

/** Beyond this length products of differences are no longer exact in doubles. */
const EXACT_REACH = 6e7;

/** `nearSteps`: end points within this many fine steps of a segment's inside are listed in `near`. */
export function nodeSegments(segments: Segments, nearSteps = 0): NodedGraph {
  const { count, x0, y0, x1, y1 } = segments;
  const grid = new SegmentGrid(segments, Math.max(0.51, nearSteps));
  const nodes = new PointTable(count);
  const startNode = new Int32Array(count);
  const endNode = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    // Along an outline a segment begins where the one before it ends.
    const follows = i > 0 && x0[i] === x1[i - 1] && y0[i] === y1[i - 1];
    startNode[i] = follows ? endNode[i - 1]! : nodes.add(x0[i]!, y0[i]!);
    endNode[i] = nodes.add(x1[i]!, y1[i]!);
  }
  const endPoints = nodes.count;
  addCrossings(segments, grid, nodes, startNode, endNode);
  return route(segments, grid, nodes, startNode, endNode, nearSteps, endPoints);
}

/** Sign of the turn a → b → c; exact where it matters. */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const ux = bx - ax;
  const uy = by - ay;
  const vx = cx - ax;
  const vy = cy - ay;
  if (Math.abs(ux) < EXACT_REACH && Math.abs(uy) < EXACT_REACH && Math.abs(vx) < EXACT_REACH && Math.abs(vy) < EXACT_REACH) {
    return ux * vy - uy * vx;
  }
  // robust-predicates counts clockwise as positive.
  return -orient2d(ax, ay, bx, by, cx, cy);
}

function addCrossings(s: Segments, grid: SegmentGrid, nodes: PointTable, startNode: Int32Array, endNode: Int32Array): void {
  const { x0, y0, x1, y1 } = s;
  const { start, items } = grid;
  const crossings: { order: number; x: number; y: number }[] = [];
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const to = start[cell + 1]!;
    for (let k = start[cell]!; k < to - 1; k++) {
      const i = items[k]!;
      const first = startNode[i]!;
      const last = endNode[i]!;
      const ax = x0[i]!;
      const ay = y0[i]!;
      const bx = x1[i]!;
      const by = y1[i]!;
      for (let l = k + 1; l < to; l++) {
        const j = items[l]!;
        // Segments that meet at an end point already have their node there.
        if (startNode[j] === first || endNode[j] === last || endNode[j] === first || startNode[j] === last) continue;
        const cx = x0[j]!;
        const cy = y0[j]!;
        const dx = x1[j]!;
        const dy = y1[j]!;
        if (Math.max(cx, dx) < Math.min(ax, bx) || Math.min(cx, dx) > Math.max(ax, bx)) continue;
        if (Math.max(cy, dy) < Math.min(ay, by) || Math.min(cy, dy) > Math.max(ay, by)) continue;
        const c = turn(ax, ay, bx, by, cx, cy);
        const d = turn(ax, ay, bx, by, dx, dy);
        if (!((c > 0 && d < 0) || (c < 0 && d > 0))) continue;
        const a = turn(cx, cy, dx, dy, ax, ay);
        const b = turn(cx, cy, dx, dy, bx, by);
        if (!((a > 0 && b < 0) || (a < 0 && b > 0))) continue;
        const t = a / (a - b);
        crossings.push({ order: grid.rowOrder(cell), x: Math.round(ax + t * (bx - ax)), y: Math.round(ay + t * (by - ay)) });
      }
    }
  }
  for (const { x, y } of crossings.sort((p, q) => p.order - q.order)) nodes.add(x, y);
}

function route(
  s: Segments, grid: SegmentGrid, nodes: PointTable, startNode: Int32Array, endNode: Int32Array,
  nearSteps: number, endPoints: number,
): NodedGraph {
  const near: number[] = [];
  const { cellStart, cellNodes } = grid.bucketNodes(nodes);
  const { touched, touchedStart } = grid;
  const { x: nodeX, y: nodeY } = nodes;
  const edges = new EdgeTable(nodes.count, s.count);
  const onSegment: { n: number; along: number }[] = [];
  const margin = Math.max(0.5, nearSteps);
  for (let i = 0; i < s.count; i++) {
    const ax = s.x0[i]!;
    const ay = s.y0[i]!;
    const dx = s.x1[i]! - ax;
    const dy = s.y1[i]! - ay;
    const reach = 0.5 * (Math.abs(dx) + Math.abs(dy));
    const length = nearSteps > 0 ? Math.hypot(dx, dy) : 0;
    const west = Math.min(ax, ax + dx) - margin;
    const east = Math.max(ax, ax + dx) + margin;
    const south = Math.min(ay, ay + dy) - margin;
    const north = Math.max(ay, ay + dy) + margin;
    const first = startNode[i]!;
    const last = endNode[i]!;
    for (let c = touchedStart[i]!; c < touchedStart[i + 1]!; c++) {
      const cell = touched[c]!;
      // A node stands in one cell, so it is met once.
      for (let k = cellStart[cell]!; k < cellStart[cell + 1]!; k++) {
        const n = cellNodes[k]!;
        if (n === first || n === last) continue;
        const px = nodeX[n]!;
        const py = nodeY[n]!;
        if (px < west || px > east || py < south || py > north) continue;
        const side = dx * (py - ay) - dy * (px - ax);
        const across = Math.abs(side);
        // A pixel is half open, its south-western corner its own: a line through a corner passes one pixel of the four.
        if (across > reach || (across === reach && !(dx * dy < 0 && side > 0 === dx > 0))) {
          if (n >= endPoints || across > nearSteps * length) continue;
          const along = dx * (px - ax) + dy * (py - ay);
          if (along > nearSteps * length && along < length * (length - nearSteps)) near.push(i, n);
          continue;
        }
        if (px < west + margin - 0.5 || px > east - margin + 0.5 || py < south + margin - 0.5 || py > north - margin + 0.5) continue;
        onSegment.push({ n, along: dx * (px - ax) + dy * (py - ay) });
        if (n < endPoints) near.push(i, n);
      }
    }
    let previous = first;
    if (onSegment.length > 0) {
      onSegment.sort((p, q) => p.along - q.along || p.n - q.n);
      for (const { n } of onSegment) {
        edges.use(previous, n, i);
        previous = n;
      }
      onSegment.length = 0;
    }
    edges.use(previous, last, i);
  }
  return { nodeCount: nodes.count, nodeX, nodeY, points: nodes, near, startNode, endNode, ...edges.finish() };
}
