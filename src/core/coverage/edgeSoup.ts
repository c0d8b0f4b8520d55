/**
 * Edges before they are arcs: noded on the whole steps of the files, each edge once, with the layers' units and parents
 * that it bounds.
 *
 * Noding rounds crossings to whole steps and so bends edges by up to half a step. Where that happened the neighbourhood is
 * noded again, until nothing is bent any more: then every edge keeps half a step away from every vertex that is not its own.
 */
import { nodeSegments, type NodedGraph, type Segments } from './noding.ts';
import { PointTable } from './pointTable.ts';

export interface EdgeSoup {
  count: number;
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
  /** `labels[labelStart[e]..labelStart[e + 1]]`: what bounds itself by this edge. A label that stands twice cancels. */
  labelStart: Int32Array;
  labels: Int32Array;
}

/** Rounds of noding until the edges are still. More than a few are never seen; the limit keeps a surprise from running for ever. */
const MOST_ROUNDS = 12;
/** Neighbourhoods of bent edges are collected by cells of this many steps, some 45 m. */
const CELL_STEPS = 4096;

export function* nodedSoup(raw: EdgeSoup): Generator<number, EdgeSoup, void> {
  let { soup, bent } = nodeOnce(raw);
  for (let round = 1; bent.length > 0; round++) {
    if (round === MOST_ROUNDS) throw new Error(`Noding did not come to rest in ${MOST_ROUNDS} rounds.`);
    yield round;
    const near = edgesNear(soup, bent);
    const part = nodeOnce(subset(soup, near));
    const others = new Uint8Array(soup.count).fill(1);
    for (const e of near) others[e] = 0;
    const kept: number[] = [];
    others.forEach((keep, e) => { if (keep === 1) kept.push(e); });
    bent = part.bent.map((e) => e + kept.length);
    soup = joined(subset(soup, kept), part.soup);
  }
  return soup;
}

/** The soup as a graph whose every edge has one use: itself, forward. */
export function graphOf(soup: EdgeSoup): NodedGraph {
  const points = new PointTable(soup.count + 16);
  const edgeFrom = new Int32Array(soup.count);
  const edgeTo = new Int32Array(soup.count);
  for (let e = 0; e < soup.count; e++) {
    edgeFrom[e] = points.add(soup.x0[e]!, soup.y0[e]!);
    edgeTo[e] = points.add(soup.x1[e]!, soup.y1[e]!);
  }
  const useStart = Int32Array.from({ length: soup.count + 1 }, (_, e) => e);
  return {
    nodeCount: points.count, nodeX: points.x, nodeY: points.y, edgeCount: soup.count, edgeFrom, edgeTo,
    useStart, useSegment: useStart.slice(0, soup.count), useForward: new Uint8Array(soup.count).fill(1),
    near: [], startNode: edgeFrom, endNode: edgeTo,
  };
}

/** One round. `bent`: edges that are part of an edge that was split. */
function nodeOnce(raw: EdgeSoup): { soup: EdgeSoup; bent: number[] } {
  const segments: Segments = { count: raw.count, x0: raw.x0, y0: raw.y0, x1: raw.x1, y1: raw.y1 };
  const graph = nodeSegments(segments);
  const parts = new Int32Array(raw.count);
  for (const segment of graph.useSegment) parts[segment]!++;
  const labelStart = new Int32Array(graph.edgeCount + 1);
  const labels: number[] = [];
  const bent: number[] = [];
  const soup = emptySoup(graph.edgeCount);
  for (let e = 0; e < graph.edgeCount; e++) {
    let split = false;
    const from = labels.length;
    for (let k = graph.useStart[e]!; k < graph.useStart[e + 1]!; k++) {
      const segment = graph.useSegment[k]!;
      if (parts[segment]! > 1) split = true;
      for (let l = raw.labelStart[segment]!; l < raw.labelStart[segment + 1]!; l++) toggle(labels, from, raw.labels[l]!);
    }
    if (split) bent.push(e);
    labelStart[e + 1] = labels.length;
    soup.x0[e] = graph.nodeX[graph.edgeFrom[e]!]!;
    soup.y0[e] = graph.nodeY[graph.edgeFrom[e]!]!;
    soup.x1[e] = graph.nodeX[graph.edgeTo[e]!]!;
    soup.y1[e] = graph.nodeY[graph.edgeTo[e]!]!;
  }
  return { soup: withoutBlanks({ ...soup, labelStart, labels: Int32Array.from(labels) }, bent), bent: bent };
}

/** Two of a label are none. */
function toggle(labels: number[], from: number, label: number): void {
  for (let k = from; k < labels.length; k++) {
    if (labels[k] !== label) continue;
    labels.splice(k, 1);
    return;
  }
  labels.push(label);
}

/** Edges that bound nothing any more (a spike, a line there and back) are left out; `bent` is renumbered. */
function withoutBlanks(soup: EdgeSoup, bent: number[]): EdgeSoup {
  const kept: number[] = [];
  for (let e = 0; e < soup.count; e++) if (soup.labelStart[e + 1]! > soup.labelStart[e]!) kept.push(e);
  if (kept.length === soup.count) return soup;
  const number = new Int32Array(soup.count).fill(-1);
  kept.forEach((e, k) => { number[e] = k; });
  const renumbered = bent.map((e) => number[e]!).filter((e) => e >= 0);
  bent.length = 0;
  bent.push(...renumbered);
  return subset(soup, kept);
}

function edgesNear(soup: EdgeSoup, bent: readonly number[]): number[] {
  const cells = new Set<number>();
  const each = (e: number, visit: (cell: number) => boolean): boolean => {
    const west = Math.floor((Math.min(soup.x0[e]!, soup.x1[e]!) - 2) / CELL_STEPS);
    const east = Math.floor((Math.max(soup.x0[e]!, soup.x1[e]!) + 2) / CELL_STEPS);
    const south = Math.floor((Math.min(soup.y0[e]!, soup.y1[e]!) - 2) / CELL_STEPS);
    const north = Math.floor((Math.max(soup.y0[e]!, soup.y1[e]!) + 2) / CELL_STEPS);
    for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) if (visit(x * 2097152 + y)) return true;
    return false;
  };
  for (const e of bent) each(e, (cell) => { cells.add(cell); return false; });
  const near: number[] = [];
  for (let e = 0; e < soup.count; e++) if (each(e, (cell) => cells.has(cell))) near.push(e);
  return near;
}

function subset(soup: EdgeSoup, edges: readonly number[]): EdgeSoup {
  const out = emptySoup(edges.length);
  let labelCount = 0;
  for (const e of edges) labelCount += soup.labelStart[e + 1]! - soup.labelStart[e]!;
  const labels = new Int32Array(labelCount);
  let at = 0;
  edges.forEach((e, k) => {
    out.x0[k] = soup.x0[e]!;
    out.y0[k] = soup.y0[e]!;
    out.x1[k] = soup.x1[e]!;
    out.y1[k] = soup.y1[e]!;
    for (let l = soup.labelStart[e]!; l < soup.labelStart[e + 1]!; l++) labels[at++] = soup.labels[l]!;
    out.labelStart[k + 1] = at;
  });
  return { ...out, labels };
}

function joined(a: EdgeSoup, b: EdgeSoup): EdgeSoup {
  const both = (p: Float64Array, q: Float64Array) => {
    const out = new Float64Array(p.length + q.length);
    out.set(p);
    out.set(q, p.length);
    return out;
  };
  const labelStart = new Int32Array(a.count + b.count + 1);
  labelStart.set(a.labelStart);
  for (let k = 1; k <= b.count; k++) labelStart[a.count + k] = a.labels.length + b.labelStart[k]!;
  const labels = new Int32Array(a.labels.length + b.labels.length);
  labels.set(a.labels);
  labels.set(b.labels, a.labels.length);
  return { count: a.count + b.count, x0: both(a.x0, b.x0), y0: both(a.y0, b.y0), x1: both(a.x1, b.x1), y1: both(a.y1, b.y1), labelStart, labels };
}

export function emptySoup(count: number): EdgeSoup {
  return {
    count, x0: new Float64Array(count), y0: new Float64Array(count), x1: new Float64Array(count), y1: new Float64Array(count),
    labelStart: new Int32Array(count + 1), labels: new Int32Array(0),
  };
}
