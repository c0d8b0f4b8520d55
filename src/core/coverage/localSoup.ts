/**
 * A line laid into the arcs near it and noded with them, until nothing is bent any more. Tells which points of which arcs
 * the line meets, and which of its own edges lie on none. Changes nothing.
 */
import type { Coverage } from './coverage.ts';
import { arcOf, halvesOf } from './coverage.ts';
import { boxesMeet, facesNear, type Box } from './faceIndex.ts';
import { nodeSegments } from './noding.ts';

/** A line's surroundings that can bend it or be bent by it, in steps. */
const REACH = 4;
const MOST_ROUNDS = 12;

/** Where an edge comes from: pieces of arcs and of lines that run along it. */
export interface LocalEdge {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** `arc * 1e6 + k`-like pairs would be opaque: arc and its segment, and whether the edge runs the arc's way. */
  arcs: { arc: number; segment: number; forward: boolean }[];
  /** Line and its segment, and whether the edge runs the line's way. */
  lines: { line: number; segment: number; forward: boolean }[];
}

export interface LocalSoup {
  edges: LocalEdge[];
  /** Arcs that took part, ascending. */
  arcs: number[];
  /** No two arcs were driven into each other. */
  clear: boolean;
}

export function localSoup(coverage: Coverage, lines: readonly (readonly number[])[]): LocalSoup {
  const boxes = lineBoxes(lines);
  const faces = new Set<number>();
  for (const box of boxes) for (const face of facesNear(coverage.index, box)) faces.add(face);
  const arcs = new Set<number>();
  for (const face of faces) {
    if (boxes.some((box) => boxesMeet(box, coverage.faces.get(face)!.box))) for (const half of halvesOf(coverage, face)) arcs.add(half >> 1);
  }
  const hull = boxes.reduce<Box>((all, box) => [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])], [Infinity, Infinity, -Infinity, -Infinity]);
  let edges: LocalEdge[] = [];
  const used = new Set<number>();
  for (const id of [...arcs].sort((p, q) => p - q)) {
    const { xy } = arcOf(coverage, id);
    for (let i = 0; i + 3 < xy.length; i += 2) {
      const box = segmentBox(xy[i]!, xy[i + 1]!, xy[i + 2]!, xy[i + 3]!);
      if (!boxesMeet(box, hull) || !boxes.some((each) => boxesMeet(each, box))) continue;
      used.add(id);
      edges.push({ x0: xy[i]!, y0: xy[i + 1]!, x1: xy[i + 2]!, y1: xy[i + 3]!, arcs: [{ arc: id, segment: i / 2, forward: true }], lines: [] });
    }
  }
  lines.forEach((line, index) => {
    for (let i = 0; i + 3 < line.length; i += 2) {
      if (line[i] === line[i + 2] && line[i + 1] === line[i + 3]) continue;
      edges.push({ x0: line[i]!, y0: line[i + 1]!, x1: line[i + 2]!, y1: line[i + 3]!, arcs: [], lines: [{ line: index, segment: i / 2, forward: true }] });
    }
  });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { noded, still } = nodeEdges(edges);
    edges = noded;
    if (still) return { edges, arcs: [...used], clear: edges.every((edge) => edge.arcs.length < 2) };
  }
  return { edges, arcs: [...used], clear: false };
}

function nodeEdges(edges: readonly LocalEdge[]): { noded: LocalEdge[]; still: boolean } {
  const column = (of: (edge: LocalEdge) => number) => Float64Array.from(edges, of);
  const graph = nodeSegments({ count: edges.length, x0: column((e) => e.x0), y0: column((e) => e.y0), x1: column((e) => e.x1), y1: column((e) => e.y1) });
  const still = graph.edgeCount === edges.length && graph.useSegment.length === edges.length;
  const noded: LocalEdge[] = [];
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = graph.edgeFrom[e]!;
    const b = graph.edgeTo[e]!;
    const edge: LocalEdge = { x0: graph.nodeX[a]!, y0: graph.nodeY[a]!, x1: graph.nodeX[b]!, y1: graph.nodeY[b]!, arcs: [], lines: [] };
    for (let k = graph.useStart[e]!; k < graph.useStart[e + 1]!; k++) {
      const source = edges[graph.useSegment[k]!]!;
      const same = graph.useForward[k] === 1;
      for (const use of source.arcs) edge.arcs.push({ ...use, forward: use.forward === same });
      for (const use of source.lines) edge.lines.push({ ...use, forward: use.forward === same });
    }
    noded.push(edge);
  }
  return { noded, still };
}

function lineBoxes(lines: readonly (readonly number[])[]): Box[] {
  return lines.flatMap((line) => {
    const boxes: Box[] = [];
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [west, south, east, north] = segmentBox(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!);
      boxes.push([west - REACH, south - REACH, east + REACH, north + REACH]);
    }
    return boxes;
  });
}

function segmentBox(x0: number, y0: number, x1: number, y1: number): Box {
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
