/**
 * Edges before they are arcs: noded on the whole steps of the files, each edge once, with the layers' units and parents
 * that it bounds.
 *
 * Noding rounds crossings to whole steps and so bends edges by up to half a step. Where that happened the neighbourhood is
 * noded again, until nothing is bent any more: then every edge keeps half a step away from every vertex that is not its own.
 */
import { nodeSegments, type PlaneGraph, type Segments } from './noding.ts';
import type { PointTable } from './pointTable.ts';

/** What bounds itself by edge e: `labels[labelStart[e]..labelStart[e + 1]]`. A label that stands twice cancels. */
export interface EdgeLabels {
  labelStart: Int32Array;
  labels: Int32Array;
}

/** Edges as they come. */
export interface EdgeSoup extends Segments, EdgeLabels {}

/** Edges that meet only at points of the table. */
export interface NodedSoup extends EdgeLabels {
  count: number;
  points: PointTable;
  from: Int32Array;
  to: Int32Array;
}

/** Rounds of noding until the edges are still. More than a few are never seen; the limit keeps a surprise from running for ever. */
const MOST_ROUNDS = 12;
/** Neighbourhoods of bent edges are collected by cells of this many steps, some 45 m. */
const CELL_STEPS = 4096;

export function* nodedSoup(raw: EdgeSoup): Generator<number, NodedSoup, void> {
  let { soup, bent } = nodeOnce(raw);
  for (let round = 1; bent.length > 0; round++) {
    if (round === MOST_ROUNDS) throw new Error(`Noding did not come to rest in ${MOST_ROUNDS} rounds.`);
    yield round;
    const { near, others } = edgesNear(soup, bent);
    const part = nodeOnce(segmentsOf(soup, near));
    bent = part.bent.map((e) => e + others.length);
    soup = joined(subset(soup, others), part.soup);
  }
  return soup;
}

/** The soup as a graph: nodes that no edge needs any more may be among its nodes. */
export function graphOf({ count, points, from, to }: NodedSoup): PlaneGraph {
  return { nodeCount: points.count, nodeX: points.x, nodeY: points.y, edgeCount: count, edgeFrom: from, edgeTo: to };
}

/** One round. `bent`: edges that are part of an edge that was split. */
function nodeOnce(raw: EdgeSoup): { soup: NodedSoup; bent: number[] } {
  const graph = nodeSegments(raw);
  const { edgeCount, useStart, useSegment } = graph;
  const parts = new Int32Array(raw.count);
  let room = 0;
  for (let k = 0; k < useSegment.length; k++) {
    const segment = useSegment[k]!;
    parts[segment]!++;
    room += raw.labelStart[segment + 1]! - raw.labelStart[segment]!;
  }
  const labelStart = new Int32Array(edgeCount + 1);
  const labels = new Int32Array(room);
  const bent: number[] = [];
  let blanks = 0;
  let end = 0;
  for (let e = 0; e < edgeCount; e++) {
    let split = false;
    const begin = end;
    const first = useStart[e]!;
    for (let k = first; k < useStart[e + 1]!; k++) {
      const segment = useSegment[k]!;
      if (parts[segment]! > 1) split = true;
      for (let l = raw.labelStart[segment]!; l < raw.labelStart[segment + 1]!; l++) end = toggle(labels, begin, end, raw.labels[l]!);
    }
    if (split) bent.push(e);
    if (end === begin) blanks++;
    labelStart[e + 1] = end;
  }
  const soup = { count: edgeCount, points: graph.points, from: graph.edgeFrom, to: graph.edgeTo, labelStart, labels: labels.subarray(0, end) };
  return blanks === 0 ? { soup, bent } : withoutBlanks(soup, bent);
}

/** Puts a label behind the others of its edge; two of a label are none. Returns the new end. */
function toggle(labels: Int32Array, begin: number, end: number, label: number): number {
  for (let k = begin; k < end; k++) {
    if (labels[k] !== label) continue;
    labels.copyWithin(k, k + 1, end);
    return end - 1;
  }
  labels[end] = label;
  return end + 1;
}

/** Edges that bound nothing any more (a spike, a line there and back) are left out; `bent` is renumbered. */
function withoutBlanks(soup: NodedSoup, bent: readonly number[]): { soup: NodedSoup; bent: number[] } {
  const kept = new Int32Array(soup.count);
  const number = new Int32Array(soup.count).fill(-1);
  let count = 0;
  for (let e = 0; e < soup.count; e++) {
    if (soup.labelStart[e + 1] === soup.labelStart[e]) continue;
    number[e] = count;
    kept[count++] = e;
  }
  return { soup: subset(soup, kept.subarray(0, count)), bent: bent.map((e) => number[e]!).filter((e) => e >= 0) };
}

/** Edges in the cells of bent ones, and all others; both ascending. */
function edgesNear({ count, points: { x, y }, from, to }: NodedSoup, bent: readonly number[]): { near: Int32Array; others: Int32Array } {
  const cells = new CellSet();
  for (const e of bent) cells.add(x[from[e]!]!, y[from[e]!]!, x[to[e]!]!, y[to[e]!]!);
  const near = new Int32Array(count);
  const others = new Int32Array(count);
  let nearCount = 0;
  for (let e = 0; e < count; e++) {
    if (cells.meets(x[from[e]!]!, y[from[e]!]!, x[to[e]!]!, y[to[e]!]!)) near[nearCount++] = e;
    else others[e - nearCount] = e;
  }
  return { near: near.subarray(0, nearCount), others: others.subarray(0, count - nearCount) };
}

/** Cells of a grid without end, by the edges that touch them. Most that are asked for are not in it: a table of bits says so without a search. */
class CellSet {
  private readonly cells = new Set<number>();
  private readonly bits = new Uint8Array(1 << 16);

  add(x0: number, y0: number, x1: number, y1: number): void {
    const east = cellOf(Math.max(x0, x1) + 2);
    const north = cellOf(Math.max(y0, y1) + 2);
    for (let x = cellOf(Math.min(x0, x1) - 2); x <= east; x++) {
      for (let y = cellOf(Math.min(y0, y1) - 2); y <= north; y++) {
        this.bits[slot(x, y)] = 1;
        this.cells.add(x * 2097152 + y);
      }
    }
  }

  meets(x0: number, y0: number, x1: number, y1: number): boolean {
    const east = cellOf(Math.max(x0, x1) + 2);
    const north = cellOf(Math.max(y0, y1) + 2);
    const south = cellOf(Math.min(y0, y1) - 2);
    for (let x = cellOf(Math.min(x0, x1) - 2); x <= east; x++) {
      for (let y = south; y <= north; y++) if (this.bits[slot(x, y)] === 1 && this.cells.has(x * 2097152 + y)) return true;
    }
    return false;
  }
}

function cellOf(value: number): number {
  return Math.floor(value / CELL_STEPS);
}

function slot(x: number, y: number): number {
  return (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77)) >>> 16;
}

function subset({ points, from, to, labelStart, labels }: NodedSoup, edges: Int32Array): NodedSoup {
  return { count: edges.length, points, from: picked(from, edges), to: picked(to, edges), ...pickedLabels({ labelStart, labels }, edges) };
}

function segmentsOf({ points: { x, y }, from, to, labelStart, labels }: NodedSoup, edges: Int32Array): EdgeSoup {
  const soup = emptySoup(edges.length);
  for (let k = 0; k < edges.length; k++) {
    const a = from[edges[k]!]!;
    const b = to[edges[k]!]!;
    soup.x0[k] = x[a]!;
    soup.y0[k] = y[a]!;
    soup.x1[k] = x[b]!;
    soup.y1[k] = y[b]!;
  }
  return { ...soup, ...pickedLabels({ labelStart, labels }, edges) };
}

function picked(values: Int32Array, at: Int32Array): Int32Array {
  const out = new Int32Array(at.length);
  for (let k = 0; k < at.length; k++) out[k] = values[at[k]!]!;
  return out;
}

function pickedLabels({ labelStart, labels }: EdgeLabels, edges: Int32Array): EdgeLabels {
  const start = new Int32Array(edges.length + 1);
  for (let k = 0; k < edges.length; k++) start[k + 1] = start[k]! + labelStart[edges[k]! + 1]! - labelStart[edges[k]!]!;
  const out = new Int32Array(start[edges.length]!);
  for (let k = 0; k < edges.length; k++) {
    let at = start[k]!;
    for (let l = labelStart[edges[k]!]!; l < labelStart[edges[k]! + 1]!; l++) out[at++] = labels[l]!;
  }
  return { labelStart: start, labels: out };
}

/** The edges of both, by the points of the first. */
function joined(a: NodedSoup, b: NodedSoup): NodedSoup {
  const number = new Int32Array(b.points.count);
  for (let n = 0; n < number.length; n++) number[n] = a.points.add(b.points.x[n]!, b.points.y[n]!);
  const labelStart = new Int32Array(a.count + b.count + 1);
  labelStart.set(a.labelStart);
  for (let k = 1; k <= b.count; k++) labelStart[a.count + k] = a.labels.length + b.labelStart[k]!;
  return {
    count: a.count + b.count, points: a.points, from: both(a.from, picked(number, b.from)), to: both(a.to, picked(number, b.to)),
    labelStart, labels: both(a.labels, b.labels),
  };
}

function both(a: Int32Array, b: Int32Array): Int32Array {
  const out = new Int32Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

export function emptySoup(count: number): EdgeSoup {
  return {
    count, x0: new Float64Array(count), y0: new Float64Array(count), x1: new Float64Array(count), y1: new Float64Array(count),
    labelStart: new Int32Array(count + 1), labels: new Int32Array(0),
  };
}
