/**
 * From a noded graph to labelled faces.
 *
 * Each segment adds `left` to the label of the ground on its left; labels are
 * counted outwards-in from the unbounded face. An edge whose uses cancel
 * divides nothing and is dropped. Of each face: its outline, its holes, and the
 * label on it: how many units claim it, how many parents hold it.
 */
import { turn, type NodedGraph, type PlaneGraph } from './noding.ts';
import { EdgeRows } from './edgeRows.ts';

/** What each segment separates: +1 where its left side gains a unit (or a parent). */
export interface SegmentWeights {
  units: Int8Array;
  parents: Int8Array;
}

export interface TracedFaces<G extends PlaneGraph = PlaneGraph> {
  graph: G;
  /** Half-edge 2e runs from → to of edge e, 2e+1 back. Face on its left, -1 where the edge was dropped. */
  faceOf: Int32Array;
  /** Next half-edge along the same boundary, face on the left. */
  next: Int32Array;
  faceCount: number;
  /** Per face: a half-edge of its outline (none for face 0), and of each hole in it. */
  outline: Int32Array;
  holes: number[][];
  /** Area of the outline alone, in square fine steps. */
  outlineArea: Float64Array;
}

export interface FaceGraph extends TracedFaces<NodedGraph> {
  units: Int32Array;
  parents: Int32Array;
}

/** The unbounded face. */
export const OUTSIDE = 0;

export function buildFaces(graph: NodedGraph, weights: SegmentWeights): FaceGraph {
  const { units, parents, kept } = netWeights(graph, weights);
  const faces = traceFaces(graph, kept);
  return { ...faces, ...spreadLabels(faces, units, parents) };
}

/** `kept`: 0 for edges that divide nothing; without it all do. */
export function traceFaces<G extends PlaneGraph>(graph: G, kept: Uint8Array = new Uint8Array(graph.edgeCount).fill(1)): TracedFaces<G> {
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

  const faceOf = cycleOf;
  for (let h = 0; h < half; h++) if (cycleOf[h]! >= 0) faceOf[h] = faceOfCycle[cycleOf[h]!]!;
  return { graph, faceOf, next, faceCount: outline.length, outline: Int32Array.from(outline), holes, outlineArea: Float64Array.from(outlineArea) };
}

/** Node at which a half-edge starts. */
export function origin(graph: PlaneGraph, h: number): number {
  return (h & 1) === 0 ? graph.edgeFrom[h >> 1]! : graph.edgeTo[h >> 1]!;
}

/** The half-edges of a boundary, from `h` round. */
export function cycle(faces: TracedFaces, h: number): number[] {
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
function linkHalfEdges(graph: PlaneGraph, kept: Uint8Array): Int32Array {
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
    if (degree > 2) sortRound(out.subarray(from, from + degree), graph, n, nodeX, nodeY);
    // Arriving along the twin of a spoke, leave by the spoke next to it clockwise.
    for (let k = 0; k < degree; k++) next[out[from + k]! ^ 1] = out[from + (k > 0 ? k : degree) - 1]!;
  }
  return next;
}

function sortRound(spokes: Int32Array, graph: PlaneGraph, n: number, nodeX: Float64Array, nodeY: Float64Array): void {
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
function traceCycle(graph: PlaneGraph, next: Int32Array, cycleOf: Int32Array, h: number, id: number): number {
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
  graph: PlaneGraph, kept: Uint8Array, next: Int32Array, cycleOf: Int32Array, cycleStart: number[], rims: number[], faceOfCycle: Int32Array,
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
  // Nothing lies west of the first.
  const rows = extremes.length > 1 ? new EdgeRows(graph, kept, extremes.map(({ node }) => nodeY[node]!)) : null;
  for (const { cycle: c, node } of extremes) {
    const hit = rows?.edgeWestOf(nodeX[node]!, nodeY[node]!) ?? -1;
    faceOfCycle[c] = hit < 0 ? OUTSIDE : faceOfCycle[cycleOf[hit]!]!;
  }
}

function spreadLabels({ faceOf, next, outline, holes }: TracedFaces, unitStep: Int16Array, parentStep: Int16Array) {
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
