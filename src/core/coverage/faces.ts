/**
 * From a noded graph to labelled faces.
 *
 * Each segment adds `left` to the label of the ground on its left; labels are
 * counted outwards-in from the unbounded face. An edge whose uses cancel
 * divides nothing and is dropped. Of each face: its outline, its holes, and the
 * label on it: how many units claim it, how many parents hold it.
 */
import { turn, type NodedGraph } from './noding.ts';

/** What each segment separates: +1 where its left side gains a unit (or a parent). */
export interface SegmentWeights {
  units: Int8Array;
  parents: Int8Array;
}

export interface FaceGraph {
  graph: NodedGraph;
  /** Half-edge 2e runs from → to of edge e, 2e+1 back. Face on its left, -1 where the edge was dropped. */
  faceOf: Int32Array;
  /** Next half-edge along the same boundary, face on the left. */
  next: Int32Array;
  faceCount: number;
  /** Per face: a half-edge of its outline (none for face 0), and of each hole in it. */
  outline: Int32Array;
  holes: number[][];
  units: Int32Array;
  parents: Int32Array;
  /** Area of the outline alone, in square fine steps. */
  outlineArea: Float64Array;
}

/** The unbounded face. */
export const OUTSIDE = 0;

export function buildFaces(graph: NodedGraph, weights: SegmentWeights): FaceGraph {
  const { units, parents, kept } = netWeights(graph, weights);
  const half = 2 * graph.edgeCount;
  const next = linkHalfEdges(graph, kept);
  const cycleOf = new Int32Array(half).fill(-1);
  const cycleStart: number[] = [];
  const cycleArea: number[] = [];
  for (let h = 0; h < half; h++) {
    if (kept[h >> 1] === 0 || cycleOf[h]! >= 0) continue;
    cycleArea.push(traceCycle(graph, next, cycleOf, h, cycleStart.length));
    cycleStart.push(h);
  }

  // Each cycle of positive area bounds a face; each other one is the rim of a component, a hole in some face.
  const faceOfCycle = new Int32Array(cycleStart.length).fill(-1);
  const outline: number[] = [-1];
  const outlineArea: number[] = [0];
  const rims: number[] = [];
  for (let c = 0; c < cycleStart.length; c++) {
    if (cycleArea[c]! > 0) {
      faceOfCycle[c] = outline.length;
      outline.push(cycleStart[c]!);
      outlineArea.push(cycleArea[c]!);
    } else rims.push(c);
  }
  const holes: number[][] = outline.map(() => []);
  placeRims(graph, kept, next, cycleOf, cycleStart, rims, faceOfCycle);
  for (const c of rims) holes[faceOfCycle[c]!]!.push(cycleStart[c]!);

  const faceOf = new Int32Array(half).fill(-1);
  for (let h = 0; h < half; h++) if (cycleOf[h]! >= 0) faceOf[h] = faceOfCycle[cycleOf[h]!]!;
  const labels = spreadLabels(faceOf, next, outline, holes, units, parents);
  return {
    graph, faceOf, next, faceCount: outline.length, outline: Int32Array.from(outline), holes,
    outlineArea: Float64Array.from(outlineArea), ...labels,
  };
}

/** Node at which a half-edge starts. */
export function origin(graph: NodedGraph, h: number): number {
  return (h & 1) === 0 ? graph.edgeFrom[h >> 1]! : graph.edgeTo[h >> 1]!;
}

/** The half-edges of a boundary, from `h` round. */
export function cycle(faces: FaceGraph, h: number): number[] {
  const out: number[] = [];
  let at = h;
  do {
    out.push(at);
    at = faces.next[at]!;
  } while (at !== h);
  return out;
}

function netWeights(graph: NodedGraph, weights: SegmentWeights) {
  const units = new Int16Array(graph.edgeCount);
  const parents = new Int16Array(graph.edgeCount);
  const kept = new Uint8Array(graph.edgeCount);
  for (let e = 0; e < graph.edgeCount; e++) {
    for (let k = graph.useStart[e]!; k < graph.useStart[e + 1]!; k++) {
      const way = graph.useForward[k] === 1 ? 1 : -1;
      units[e]! += way * weights.units[graph.useSegment[k]!]!;
      parents[e]! += way * weights.parents[graph.useSegment[k]!]!;
    }
    kept[e] = units[e] !== 0 || parents[e] !== 0 ? 1 : 0;
  }
  return { units, parents, kept };
}

/** Sorts the half-edges round each node and links each to the one that keeps its face on the left. */
function linkHalfEdges(graph: NodedGraph, kept: Uint8Array): Int32Array {
  const { nodeCount, edgeCount, edgeFrom, edgeTo, nodeX, nodeY } = graph;
  const start = new Int32Array(nodeCount + 2);
  for (let e = 0; e < edgeCount; e++) {
    if (kept[e] === 0) continue;
    start[edgeFrom[e]! + 2]!++;
    start[edgeTo[e]! + 2]!++;
  }
  for (let n = 2; n < start.length; n++) start[n]! += start[n - 1]!;
  const out = new Int32Array(start[nodeCount + 1]!);
  for (let e = 0; e < edgeCount; e++) {
    if (kept[e] === 0) continue;
    out[start[edgeFrom[e]! + 1]!++] = 2 * e;
    out[start[edgeTo[e]! + 1]!++] = 2 * e + 1;
  }
  const next = new Int32Array(2 * edgeCount).fill(-1);
  for (let n = 0; n < nodeCount; n++) {
    const from = start[n]!;
    const degree = start[n + 1]! - from;
    if (degree === 0) continue;
    const spokes = out.subarray(from, from + degree);
    if (degree > 2) sortRound(spokes, graph, n, nodeX, nodeY);
    // Arriving along the twin of a spoke, leave by the spoke next to it clockwise.
    for (let k = 0; k < degree; k++) next[spokes[k]! ^ 1] = spokes[(k + degree - 1) % degree]!;
  }
  return next;
}

function sortRound(spokes: Int32Array, graph: NodedGraph, n: number, nodeX: Float64Array, nodeY: Float64Array): void {
  const x = nodeX[n]!;
  const y = nodeY[n]!;
  const tip = (h: number) => origin(graph, h ^ 1);
  const upper = (m: number) => {
    const dy = nodeY[m]! - y;
    return dy > 0 || (dy === 0 && nodeX[m]! > x) ? 0 : 1;
  };
  spokes.sort((p, q) => {
    const a = tip(p);
    const b = tip(q);
    const side = upper(a) - upper(b);
    if (side !== 0) return side;
    return -turn(x, y, nodeX[a]!, nodeY[a]!, nodeX[b]!, nodeY[b]!);
  });
}

/** Marks a cycle and gives its signed area, in square fine steps. */
function traceCycle(graph: NodedGraph, next: Int32Array, cycleOf: Int32Array, h: number, id: number): number {
  const first = origin(graph, h);
  const x0 = graph.nodeX[first]!;
  const y0 = graph.nodeY[first]!;
  let area = 0;
  let at = h;
  let px = 0;
  let py = 0;
  do {
    cycleOf[at] = id;
    at = next[at]!;
    const n = origin(graph, at);
    const x = graph.nodeX[n]! - x0;
    const y = graph.nodeY[n]! - y0;
    area += px * y - x * py;
    px = x;
    py = y;
  } while (at !== h);
  return area / 2;
}

/**
 * Finds the face round each component: from the component's westernmost node
 * a ray to the west meets the nearest edge of another component, or nothing.
 */
function placeRims(
  graph: NodedGraph, kept: Uint8Array, next: Int32Array, cycleOf: Int32Array, cycleStart: number[], rims: number[], faceOfCycle: Int32Array,
): void {
  const { nodeX, nodeY } = graph;
  const extremes = rims.map((c) => {
    let best = -1;
    let at = cycleStart[c]!;
    do {
      const n = origin(graph, at);
      if (best < 0 || nodeX[n]! < nodeX[best]! || (nodeX[n] === nodeX[best] && nodeY[n]! < nodeY[best]!)) best = n;
      at = next[at]!;
    } while (at !== cycleStart[c]);
    return { cycle: c, node: best };
  });
  // The edge met belongs to a component that reaches further west: it has been placed before.
  extremes.sort((p, q) => nodeX[p.node]! - nodeX[q.node]! || nodeY[p.node]! - nodeY[q.node]!);
  const rows = new RowIndex(graph, kept);
  for (const { cycle: c, node } of extremes) {
    const hit = rows.edgeWestOf(nodeX[node]!, nodeY[node]!);
    faceOfCycle[c] = hit < 0 ? OUTSIDE : faceOfCycle[cycleOf[hit]!]!;
  }
}

/** Edges by rows of equal height, for rays to the west. */
class RowIndex {
  private readonly start: Int32Array;
  private readonly items: Int32Array;
  private readonly south: number;
  private readonly height: number;
  private readonly rows: number;
  private readonly graph: NodedGraph;

  constructor(graph: NodedGraph, kept: Uint8Array) {
    this.graph = graph;
    const { nodeY, edgeFrom, edgeTo, edgeCount } = graph;
    let south = Infinity;
    let north = -Infinity;
    for (let n = 0; n < graph.nodeCount; n++) {
      south = Math.min(south, nodeY[n]!);
      north = Math.max(north, nodeY[n]!);
    }
    this.rows = Math.max(1, Math.min(1 << 14, edgeCount >> 2));
    this.south = south;
    this.height = (north - south) / this.rows + 1e-9 * (north - south) + 1e-9;
    const start = new Int32Array(this.rows + 2);
    for (let e = 0; e < edgeCount; e++) {
      if (kept[e] === 0) continue;
      const a = this.row(nodeY[edgeFrom[e]!]!);
      const b = this.row(nodeY[edgeTo[e]!]!);
      for (let r = Math.min(a, b); r <= Math.max(a, b); r++) start[r + 2]!++;
    }
    for (let r = 2; r < start.length; r++) start[r]! += start[r - 1]!;
    const items = new Int32Array(start[this.rows + 1]!);
    for (let e = 0; e < edgeCount; e++) {
      if (kept[e] === 0) continue;
      const a = this.row(nodeY[edgeFrom[e]!]!);
      const b = this.row(nodeY[edgeTo[e]!]!);
      for (let r = Math.min(a, b); r <= Math.max(a, b); r++) items[start[r + 1]!++] = e;
    }
    this.start = start;
    this.items = items;
  }

  private row(y: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((y - this.south) / this.height)));
  }

  /**
   * The half-edge whose left side faces the point, of the nearest edge strictly
   * west on the line a hair above y; -1 when there is none.
   */
  edgeWestOf(x: number, y: number): number {
    const { nodeX, nodeY, edgeFrom, edgeTo } = this.graph;
    const r = this.row(y);
    let best = -1;
    let bestX = -Infinity;
    let bestSlope = 0;
    for (let k = this.start[r]!; k < this.start[r + 1]!; k++) {
      const e = this.items[k]!;
      const a = edgeFrom[e]!;
      const b = edgeTo[e]!;
      const ya = nodeY[a]!;
      const yb = nodeY[b]!;
      if (ya > y === yb > y) continue;
      const low = ya < yb ? a : b;
      const high = ya < yb ? b : a;
      // West of the point: the point lies to the right of the edge taken upwards.
      const side = turn(nodeX[low]!, nodeY[low]!, nodeX[high]!, nodeY[high]!, x, y);
      if (side >= 0) continue;
      const slope = (nodeX[high]! - nodeX[low]!) / (nodeY[high]! - nodeY[low]!);
      const at = nodeX[low]! + slope * (y - nodeY[low]!);
      if (best < 0 || at > bestX + 1e-7 || (at > bestX - 1e-7 && slope > bestSlope)) {
        // The downward half-edge has the east on its left.
        best = low === a ? 2 * e + 1 : 2 * e;
        bestX = at;
        bestSlope = slope;
      }
    }
    return best;
  }
}

function spreadLabels(
  faceOf: Int32Array, next: Int32Array, outline: number[], holes: number[][], unitStep: Int16Array, parentStep: Int16Array,
) {
  const units = new Int32Array(outline.length);
  const parents = new Int32Array(outline.length);
  const known = new Uint8Array(outline.length);
  known[OUTSIDE] = 1;
  const queue = [OUTSIDE];
  for (let face = queue.pop(); face !== undefined; face = queue.pop()) {
    const rims = outline[face]! < 0 ? holes[face]! : [outline[face]!, ...holes[face]!];
    for (const rim of rims) {
      let h = rim;
      do {
        const beyond = faceOf[h ^ 1]!;
        if (known[beyond] === 0) {
          // The step is what edge's forward left side has more than its right.
          const way = (h & 1) === 0 ? -1 : 1;
          units[beyond] = units[face]! + way * unitStep[h >> 1]!;
          parents[beyond] = parents[face]! + way * parentStep[h >> 1]!;
          known[beyond] = 1;
          queue.push(beyond);
        }
        h = next[h]!;
      } while (h !== rim);
    }
  }
  return { units, parents };
}
