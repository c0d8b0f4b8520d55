/** What a search has reached, in the terms of walk-v1. */
import { idsSha256 } from './fingerprint.ts';
import { degrees, type StreetGraph } from './streetGraph.ts';
import { UNREACHED } from './place.ts';
import type { Search } from './search.ts';

export interface ReachedSet {
  readonly vertices: number;
  /** Of degree other than 2. */
  readonly junctions: number;
  readonly sumDistanceMillimetres: number;
  /** Over edges with a reached end: min(length, what is left at one end + at the other). */
  readonly reachedLengthMillimetres: number;
  readonly idsSha256: string;
}

/** Vertices within the search's limit with their distances; vertices that walls have added are left out. */
export function reachedVertices(search: Search, graph: StreetGraph): { vertices: Uint32Array; millimetres: Uint32Array } {
  const vertices: number[] = [];
  const millimetres: number[] = [];
  const add = (vertex: number) => {
    const there = search.atVertex(vertex);
    if (there === UNREACHED || graph.nodeIds[vertex]! < 0) return;
    vertices.push(vertex);
    millimetres.push(there);
  };
  for (let k = 0; k < search.reachedCount; k++) add(search.net.junctionVertex[search.reached[k]!]!);
  for (const chain of search.reachedChains()) forEachInside(search, graph, chain, add);
  return { vertices: Uint32Array.from(vertices), millimetres: Uint32Array.from(millimetres) };
}

/** `degree` may be handed in where many sets of one graph are asked for. */
export function reachedSet(search: Search, graph: StreetGraph, degree: Uint32Array = degrees(graph)): ReachedSet {
  const { vertices, millimetres } = reachedVertices(search, graph);
  return {
    vertices: vertices.length,
    junctions: vertices.reduce((count, vertex) => count + (degree[vertex] === 2 ? 0 : 1), 0),
    sumDistanceMillimetres: millimetres.reduce((sum, value) => sum + value, 0),
    reachedLengthMillimetres: reachedLength(search, graph),
    idsSha256: idsSha256(Float64Array.from(vertices, (vertex) => graph.nodeIds[vertex]!)),
  };
}

function reachedLength(search: Search, graph: StreetGraph): number {
  const { net, limit } = search;
  const left = (vertex: number) => Math.max(0, limit - search.atVertex(vertex));
  let total = 0;
  for (const chain of search.reachedChains()) {
    for (let i = net.chainEdgeStart[chain]!; i < net.chainEdgeStart[chain + 1]!; i++) {
      const edge = net.chainEdges[i]!;
      total += Math.min(graph.edgeMillimetres[edge]!, left(graph.edgeFrom[edge]!) + left(graph.edgeTo[edge]!));
    }
  }
  return total;
}

/** Vertices strictly inside a chain. */
function forEachInside({ net }: Search, graph: StreetGraph, chain: number, visit: (vertex: number) => void): void {
  for (let i = net.chainEdgeStart[chain]!; i + 1 < net.chainEdgeStart[chain + 1]!; i++) {
    const edge = net.chainEdges[i]!;
    visit(net.edgeBackwards[edge] === 1 ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!);
  }
}
