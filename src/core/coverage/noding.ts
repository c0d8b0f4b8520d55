/**
 * Snap rounding (Hobby 1999): a set of segments becomes a plane graph whose
 * edges meet only at nodes, all on an integer grid.
 *
 * Every end point and every intersection, rounded, is a hot pixel; a segment is
 * routed through the centres of the hot pixels that it passes. The result is
 * fully noded, whatever the input, and no point moves by more than half a step.
 */
import { orient2d } from 'robust-predicates';
import { hashPoint, PointTable } from './pointTable.ts';

/** Segments by the end points' coordinates, integers in fine steps. */
export interface Segments {
  count: number;
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
}

export interface NodedGraph {
  nodeCount: number;
  nodeX: Float64Array;
  nodeY: Float64Array;
  /** Noded edges, each once, by node index: from < to. */
  edgeCount: number;
  edgeFrom: Int32Array;
  edgeTo: Int32Array;
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
  const grid = new SegmentGrid(segments, Math.max(0.51, nearSteps));
  const nodes = new PointTable(2 * segments.count);
  const startNode = new Int32Array(segments.count);
  const endNode = new Int32Array(segments.count);
  for (let i = 0; i < segments.count; i++) {
    startNode[i] = nodes.add(segments.x0[i]!, segments.y0[i]!);
    endNode[i] = nodes.add(segments.x1[i]!, segments.y1[i]!);
  }
  const endPoints = nodes.count;
  addCrossings(segments, grid, nodes);
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

function addCrossings(s: Segments, grid: SegmentGrid, nodes: PointTable): void {
  const { x0, y0, x1, y1 } = s;
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const from = grid.start[cell]!;
    const to = grid.start[cell + 1]!;
    for (let k = from; k < to; k++) {
      const i = grid.items[k]!;
      const ax = x0[i]!;
      const ay = y0[i]!;
      const bx = x1[i]!;
      const by = y1[i]!;
      for (let l = k + 1; l < to; l++) {
        const j = grid.items[l]!;
        const cx = x0[j]!;
        const cy = y0[j]!;
        const dx = x1[j]!;
        const dy = y1[j]!;
        if (Math.max(cx, dx) < Math.min(ax, bx) || Math.min(cx, dx) > Math.max(ax, bx)) continue;
        if (Math.max(cy, dy) < Math.min(ay, by) || Math.min(cy, dy) > Math.max(ay, by)) continue;
        // Segments that meet at an end point already have their node there.
        if ((ax === cx && ay === cy) || (bx === dx && by === dy) || (ax === dx && ay === dy) || (bx === cx && by === cy)) continue;
        const c = turn(ax, ay, bx, by, cx, cy);
        const d = turn(ax, ay, bx, by, dx, dy);
        if (!((c > 0 && d < 0) || (c < 0 && d > 0))) continue;
        const a = turn(cx, cy, dx, dy, ax, ay);
        const b = turn(cx, cy, dx, dy, bx, by);
        if (!((a > 0 && b < 0) || (a < 0 && b > 0))) continue;
        const t = a / (a - b);
        nodes.add(Math.round(ax + t * (bx - ax)), Math.round(ay + t * (by - ay)));
      }
    }
  }
}

function route(
  s: Segments, grid: SegmentGrid, nodes: PointTable, startNode: Int32Array, endNode: Int32Array,
  nearSteps: number, endPoints: number,
): NodedGraph {
  const near: number[] = [];
  const { cellStart, cellNodes } = grid.bucketNodes(nodes);
  const edges = new EdgeTable(s.count * 2);
  const onSegment: number[] = [];
  const position: number[] = [];
  const seenBy = new Int32Array(nodes.count).fill(-1);
  for (let i = 0; i < s.count; i++) {
    const ax = s.x0[i]!;
    const ay = s.y0[i]!;
    const dx = s.x1[i]! - ax;
    const dy = s.y1[i]! - ay;
    const reach = 0.5 * (Math.abs(dx) + Math.abs(dy));
    const length = Math.hypot(dx, dy);
    const margin = Math.max(0.5, nearSteps);
    const west = Math.min(ax, ax + dx) - margin;
    const east = Math.max(ax, ax + dx) + margin;
    const south = Math.min(ay, ay + dy) - margin;
    const north = Math.max(ay, ay + dy) + margin;
    const first = startNode[i]!;
    const last = endNode[i]!;
    onSegment.length = 0;
    const touched = grid.cellsOf(i);
    for (let c = 0; c < touched; c++) {
      const cell = grid.cells[c]!;
      for (let k = cellStart[cell]!; k < cellStart[cell + 1]!; k++) {
        const n = cellNodes[k]!;
        if (n === first || n === last || seenBy[n] === i) continue;
        const px = nodes.x[n]!;
        const py = nodes.y[n]!;
        if (px < west || px > east || py < south || py > north) continue;
        const side = dx * (py - ay) - dy * (px - ax);
        const across = Math.abs(side);
        // A pixel is half open, its south-western corner its own: a line through a corner passes one pixel of the four.
        if (across > reach || (across === reach && !(dx * dy < 0 && side > 0 === dx > 0))) {
          if (n >= endPoints || across > nearSteps * length) continue;
          seenBy[n] = i;
          const along = dx * (px - ax) + dy * (py - ay);
          if (along > nearSteps * length && along < length * (length - nearSteps)) near.push(i, n);
          continue;
        }
        if (px < west + margin - 0.5 || px > east - margin + 0.5 || py < south + margin - 0.5 || py > north - margin + 0.5) continue;
        seenBy[n] = i;
        onSegment.push(n);
        if (n < endPoints) near.push(i, n);
      }
    }
    if (onSegment.length === 0) {
      edges.use(first, last, i);
      continue;
    }
    for (const n of onSegment) position[n] = dx * (nodes.x[n]! - ax) + dy * (nodes.y[n]! - ay);
    onSegment.sort((p, q) => position[p]! - position[q]! || p - q);
    let previous = first;
    for (const n of onSegment) {
      edges.use(previous, n, i);
      previous = n;
    }
    edges.use(previous, last, i);
  }
  return { nodeCount: nodes.count, nodeX: nodes.x, nodeY: nodes.y, near, startNode, endNode, ...edges.finish() };
}

/** A uniform grid over the segments' boxes; long segments are walked column by column so that a diagonal takes few cells. */
class SegmentGrid {
  readonly cellCount: number;
  readonly start: Int32Array;
  readonly items: Int32Array;
  /** Scratch of `cellsOf`. */
  cells = new Int32Array(256);
  private readonly columns: number;
  private readonly rows: number;
  private readonly west: number;
  private readonly south: number;
  private readonly sizeX: number;
  private readonly sizeY: number;
  private readonly s: Segments;
  /** How far round a segment its cells reach, in fine steps. */
  private readonly margin: number;

  constructor(s: Segments, margin: number) {
    this.s = s;
    this.margin = margin;
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    let sumX = 0;
    let sumY = 0;
    for (let i = 0; i < s.count; i++) {
      west = Math.min(west, s.x0[i]!, s.x1[i]!);
      east = Math.max(east, s.x0[i]!, s.x1[i]!);
      south = Math.min(south, s.y0[i]!, s.y1[i]!);
      north = Math.max(north, s.y0[i]!, s.y1[i]!);
      sumX += Math.abs(s.x1[i]! - s.x0[i]!);
      sumY += Math.abs(s.y1[i]! - s.y0[i]!);
    }
    if (s.count === 0) west = south = east = north = 0;
    const width = east - west + 2 * margin + 2;
    const height = north - south + 2 * margin + 2;
    // About a segment's extent each way (the long teeth of a comb take tall cells), but never more than four cells a segment.
    const meanX = Math.max(sumX / (s.count + 1), 1);
    const meanY = Math.max(sumY / (s.count + 1), 1);
    const crowd = Math.max(1, Math.sqrt(((width / meanX) * (height / meanY)) / (4 * s.count + 16)));
    this.sizeX = Math.max(meanX * crowd, width / 65536);
    this.sizeY = Math.max(meanY * crowd, height / 65536);
    this.west = west - margin - 1;
    this.south = south - margin - 1;
    this.columns = Math.floor(width / this.sizeX) + 1;
    this.rows = Math.floor(height / this.sizeY) + 1;
    this.cellCount = this.columns * this.rows;
    const start = new Int32Array(this.cellCount + 2);
    for (let i = 0; i < s.count; i++) {
      const touched = this.cellsOf(i);
      for (let k = 0; k < touched; k++) start[this.cells[k]! + 2]!++;
    }
    for (let c = 2; c < start.length; c++) start[c]! += start[c - 1]!;
    const items = new Int32Array(start[this.cellCount + 1]!);
    for (let i = 0; i < s.count; i++) {
      const touched = this.cellsOf(i);
      for (let k = 0; k < touched; k++) items[start[this.cells[k]! + 1]!++] = i;
    }
    this.start = start;
    this.items = items;
  }

  /** Puts the cells that a segment's surroundings touch into `cells`; returns how many. */
  cellsOf(i: number): number {
    let count = 0;
    const { x0, y0, x1, y1 } = this.s;
    let ax = (x0[i]! - this.west) / this.sizeX;
    let ay = (y0[i]! - this.south) / this.sizeY;
    let bx = (x1[i]! - this.west) / this.sizeX;
    let by = (y1[i]! - this.south) / this.sizeY;
    if (bx < ax) {
      let swap = ax;
      ax = bx;
      bx = swap;
      swap = ay;
      ay = by;
      by = swap;
    }
    const marginX = this.margin / this.sizeX;
    const marginY = this.margin / this.sizeY;
    const slope = bx > ax ? (by - ay) / (bx - ax) : 0;
    const firstColumn = Math.floor(ax - marginX);
    const lastColumn = Math.floor(bx + marginX);
    for (let column = firstColumn; column <= lastColumn; column++) {
      let low = ay;
      let high = by;
      if (bx > ax) {
        const from = Math.max(ax, column - marginX);
        const to = Math.min(bx, column + 1 + marginX);
        low = ay + slope * (from - ax);
        high = ay + slope * (to - ax);
      }
      if (low > high) {
        const swap = low;
        low = high;
        high = swap;
      }
      const lastRow = Math.floor(high + marginY);
      for (let row = Math.floor(low - marginY); row <= lastRow; row++) {
        if (count === this.cells.length) {
          this.cells = grown(this.cells);
        }
        this.cells[count++] = row * this.columns + column;
      }
    }
    return count;
  }

  bucketNodes(nodes: PointTable): { cellStart: Int32Array; cellNodes: Int32Array } {
    const cellStart = new Int32Array(this.cellCount + 2);
    const cellOf = (n: number) =>
      Math.floor((nodes.y[n]! - this.south) / this.sizeY) * this.columns + Math.floor((nodes.x[n]! - this.west) / this.sizeX);
    for (let n = 0; n < nodes.count; n++) cellStart[cellOf(n) + 2]!++;
    for (let c = 2; c < cellStart.length; c++) cellStart[c]! += cellStart[c - 1]!;
    const cellNodes = new Int32Array(nodes.count);
    for (let n = 0; n < nodes.count; n++) cellNodes[cellStart[cellOf(n) + 1]!++] = n;
    return { cellStart, cellNodes };
  }
}

/** Undirected edges between nodes, with every use. */
class EdgeTable {
  private slots: Int32Array;
  private from: Int32Array;
  private to: Int32Array;
  private edges = 0;
  private useEdge: Int32Array;
  private useSegment: Int32Array;
  private useForward: Uint8Array;
  private uses = 0;

  constructor(expected: number) {
    let size = 64;
    while (size < expected * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.from = new Int32Array(expected + 16);
    this.to = new Int32Array(expected + 16);
    this.useEdge = new Int32Array(expected + 16);
    this.useSegment = new Int32Array(expected + 16);
    this.useForward = new Uint8Array(expected + 16);
  }

  use(a: number, b: number, segment: number): void {
    if (a === b) return;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const mask = this.slots.length - 1;
    let slot = hashPoint(low, high) & mask;
    let edge = -1;
    for (;;) {
      edge = this.slots[slot]! - 1;
      if (edge < 0) {
        edge = this.addEdge(low, high, slot);
        break;
      }
      if (this.from[edge] === low && this.to[edge] === high) break;
      slot = (slot + 1) & mask;
    }
    if (this.uses === this.useEdge.length) {
      this.useEdge = grown(this.useEdge);
      this.useSegment = grown(this.useSegment);
      const forward = new Uint8Array(2 * this.uses);
      forward.set(this.useForward);
      this.useForward = forward;
    }
    this.useEdge[this.uses] = edge;
    this.useSegment[this.uses] = segment;
    this.useForward[this.uses++] = a < b ? 1 : 0;
  }

  private addEdge(low: number, high: number, slot: number): number {
    if (this.edges === this.from.length) {
      this.from = grown(this.from);
      this.to = grown(this.to);
    }
    const edge = this.edges++;
    this.from[edge] = low;
    this.to[edge] = high;
    this.slots[slot] = edge + 1;
    if (this.edges * 2 > this.slots.length) this.rehash();
    return edge;
  }

  finish() {
    const edgeCount = this.edges;
    const useStart = new Int32Array(edgeCount + 2);
    for (let k = 0; k < this.uses; k++) useStart[this.useEdge[k]! + 2]!++;
    for (let e = 2; e < useStart.length; e++) useStart[e]! += useStart[e - 1]!;
    const useSegment = new Int32Array(this.uses);
    const useForward = new Uint8Array(this.uses);
    for (let k = 0; k < this.uses; k++) {
      const at = useStart[this.useEdge[k]! + 1]!++;
      useSegment[at] = this.useSegment[k]!;
      useForward[at] = this.useForward[k]!;
    }
    return {
      edgeCount, edgeFrom: this.from.subarray(0, edgeCount), edgeTo: this.to.subarray(0, edgeCount), useStart, useSegment, useForward,
    };
  }

  private rehash(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1);
    for (let e = 0; e < this.edges; e++) {
      let slot = hashPoint(this.from[e]!, this.to[e]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = e + 1;
    }
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
