/** Arcs and nodes: an arc is a run of edges between two nodes, a node a place where other than two edges meet. */
import type { Arc, LegalLine, Node } from './coverage.ts';
import type { TracedFaces } from './faces.ts';
import { inOrder } from './loops.ts';

export interface TracedArcs {
  arcs: Arc[];
  nodes: Node[];
  /** Half-arc of each half-edge. */
  halfOf: Int32Array;
}

export function traceArcs({ graph, next, faceOf }: TracedFaces, legal: (left: number, right: number) => LegalLine | null): TracedArcs {
  const { nodeX, nodeY, edgeFrom, edgeTo, edgeCount } = graph;
  const origin = (h: number) => ((h & 1) === 0 ? edgeFrom[h >> 1]! : edgeTo[h >> 1]!);
  const degree = new Int32Array(graph.nodeCount);
  for (let e = 0; e < edgeCount; e++) {
    degree[edgeFrom[e]!]!++;
    degree[edgeTo[e]!]!++;
  }
  const nodeId = new Int32Array(graph.nodeCount).fill(-1);
  const nodes: { x: number; y: number; out: { half: number; x: number; y: number }[] }[] = [];
  const nodeAt = (n: number): number => {
    if (nodeId[n]! < 0) {
      nodeId[n] = nodes.length;
      nodes.push({ x: nodeX[n]!, y: nodeY[n]!, out: [] });
    }
    return nodeId[n]!;
  };
  const arcs: Arc[] = [];
  /** All arcs' vertices in one piece: a city has tens of thousands of arcs. An arc has at most one vertex more than edges. */
  const vertices = new Int32Array(4 * edgeCount);
  let room = 0;
  const halfOf = new Int32Array(2 * edgeCount).fill(-1);
  const chain = (start: number): void => {
    const half = 2 * arcs.length;
    const first = origin(start);
    const begin = room;
    vertices[room++] = nodeX[first]!;
    vertices[room++] = nodeY[first]!;
    let h = start;
    let end = first;
    for (;;) {
      halfOf[h] = half;
      halfOf[h ^ 1] = half + 1;
      end = origin(h ^ 1);
      vertices[room++] = nodeX[end]!;
      vertices[room++] = nodeY[end]!;
      if (degree[end] !== 2 || end === first) break;
      h = next[h]!;
    }
    const xy = vertices.subarray(begin, room);
    const from = nodeAt(first);
    const to = nodeAt(end);
    const left = faceOf[start]!;
    const right = faceOf[start ^ 1]!;
    nodes[from]!.out.push({ half, x: xy[2]!, y: xy[3]! });
    nodes[to]!.out.push({ half: half + 1, x: xy[xy.length - 4]!, y: xy[xy.length - 3]! });
    arcs.push({ from, to, left, right, xy, origin: 'base', legal: legal(left, right), matched: false, made: [] });
  };
  for (let e = 0; e < edgeCount; e++) {
    if (halfOf[2 * e]! < 0 && degree[edgeFrom[e]!] !== 2) chain(2 * e);
    if (halfOf[2 * e + 1]! < 0 && degree[edgeTo[e]!] !== 2) chain(2 * e + 1);
  }
  // Closed lines without a node: one is set at the lowest vertex.
  for (let e = 0; e < edgeCount; e++) {
    if (halfOf[2 * e]! >= 0) continue;
    let best = 2 * e;
    for (let h = next[2 * e]!; h !== 2 * e; h = next[h]!) {
      const n = origin(h);
      const b = origin(best);
      if (nodeX[n]! < nodeX[b]! || (nodeX[n] === nodeX[b] && nodeY[n]! < nodeY[b]!)) best = h;
    }
    chain(best);
  }
  return { arcs, nodes: nodes.map(({ x, y, out }) => ({ x, y, out: inOrder(x, y, out), base: true, splits: [] })), halfOf };
}
