/**
 * The street graph without its vertices of degree two. Nothing is lost: each edge and each left-out vertex knows its chain and how
 * far along it stands, so that every distance comes out to the millimetre as on the whole graph.
 *
 * A *place* is a chain and an offset from its first end. A *door* is an edge whose passage may change (a gate in a wall):
 * it stays a chain of its own, and its arcs can be barred and opened without building anything anew.
 */
import { degrees, type StreetGraph } from './streetGraph.ts';

/** Weight of an arc that may not be walked. */
export const BARRED = 0xffffffff;

export interface ContractedGraph {
  readonly junctionCount: number;
  /** Vertex of each junction, and junction of each vertex (−1: inside a chain). */
  readonly junctionVertex: Uint32Array;
  readonly vertexJunction: Int32Array;
  /** First arc of each junction, then the arc count. */
  readonly arcStart: Uint32Array;
  /** Other junction and length in millimetres (or `BARRED`), interleaved. */
  readonly arcs: Uint32Array;
  readonly arcChain: Uint32Array;
  readonly chainCount: number;
  readonly chainFrom: Uint32Array;
  readonly chainTo: Uint32Array;
  readonly chainMillimetres: Uint32Array;
  /** The edges of each chain in order from its first end. */
  readonly chainEdgeStart: Uint32Array;
  readonly chainEdges: Uint32Array;
  /** Chain of each edge, where on it the edge's nearer end stands, and whether the edge runs against it. */
  readonly edgeChain: Uint32Array;
  readonly edgeOffset: Uint32Array;
  readonly edgeBackwards: Uint8Array;
  /** Chain and offset of each vertex inside one; −1 for junctions. */
  readonly vertexChain: Int32Array;
  readonly vertexOffset: Uint32Array;
  /** Longest chain: what the queue must hold. */
  readonly longestMillimetres: number;
}

/** `doors`: edges that stay chains of their own. */
export function contract(graph: StreetGraph, doors: Uint32Array = new Uint32Array(0)): ContractedGraph {
  const { vertexCount, edgeCount, edgeFrom, edgeTo, edgeMillimetres } = graph;
  const around = incidence(graph);
  const isJunction = new Uint8Array(vertexCount);
  const degree = degrees(graph);
  for (let vertex = 0; vertex < vertexCount; vertex++) if (degree[vertex] !== 2) isJunction[vertex] = 1;
  for (const edge of doors) isJunction[edgeFrom[edge]!] = isJunction[edgeTo[edge]!] = 1;

  const edgeChain = new Uint32Array(edgeCount).fill(BARRED);
  const edgeOffset = new Uint32Array(edgeCount);
  const edgeBackwards = new Uint8Array(edgeCount);
  const vertexChain = new Int32Array(vertexCount).fill(-1);
  const vertexOffset = new Uint32Array(vertexCount);
  const chainEdges = new Uint32Array(edgeCount);
  // There are never more chains than edges.
  const chainEdgeStart = new Uint32Array(edgeCount + 1);
  const [firstEnd, lastEnd, lengths] = [new Uint32Array(edgeCount), new Uint32Array(edgeCount), new Uint32Array(edgeCount)];
  let chains = 0;
  let placed = 0;
  const follow = (start: number, first: number) => {
    const chain = chains++;
    chainEdgeStart[chain] = placed;
    let vertex = start;
    let edge = first;
    let along = 0;
    for (;;) {
      const backwards = edgeTo[edge] === vertex;
      edgeChain[edge] = chain;
      edgeOffset[edge] = along;
      edgeBackwards[edge] = backwards ? 1 : 0;
      chainEdges[placed++] = edge;
      along += edgeMillimetres[edge]!;
      vertex = backwards ? edgeFrom[edge]! : edgeTo[edge]!;
      if (isJunction[vertex] === 1) break;
      vertexChain[vertex] = chain;
      vertexOffset[vertex] = along;
      const at = around.start[vertex]!;
      edge = around.edges[at] === edge ? around.edges[at + 1]! : around.edges[at]!;
    }
    firstEnd[chain] = start;
    lastEnd[chain] = vertex;
    lengths[chain] = along;
  };
  const followAll = (vertex: number) => {
    for (let i = around.start[vertex]!; i < around.start[vertex + 1]!; i++) if (edgeChain[around.edges[i]!] === BARRED) follow(vertex, around.edges[i]!);
  };
  for (let vertex = 0; vertex < vertexCount; vertex++) if (isJunction[vertex] === 1) followAll(vertex);
  // What is left are rings without a junction: their first vertex becomes one.
  for (let edge = 0; edge < edgeCount; edge++) {
    if (edgeChain[edge] !== BARRED) continue;
    isJunction[edgeFrom[edge]!] = 1;
    followAll(edgeFrom[edge]!);
  }
  chainEdgeStart[chains] = placed;
  const numbered = numberJunctions(isJunction);
  const [chainFrom, chainTo, chainMillimetres] = [new Uint32Array(chains), new Uint32Array(chains), lengths.slice(0, chains)];
  for (let chain = 0; chain < chains; chain++) {
    chainFrom[chain] = numbered.vertexJunction[firstEnd[chain]!]!;
    chainTo[chain] = numbered.vertexJunction[lastEnd[chain]!]!;
  }
  return {
    ...numbered, ...arcsOf(numbered.junctionCount, chainFrom, chainTo, chainMillimetres),
    chainCount: chains, chainFrom, chainTo, chainMillimetres, chainEdgeStart: chainEdgeStart.slice(0, chains + 1), chainEdges,
    edgeChain, edgeOffset, edgeBackwards, vertexChain, vertexOffset, longestMillimetres: chainMillimetres.reduce((most, length) => Math.max(most, length), 0),
  };
}

/** Offset on its chain of a point of an edge, `alongMillimetres` from the edge's first vertex. */
export function offsetOnChain(net: ContractedGraph, graph: StreetGraph, edge: number, alongMillimetres: number): number {
  const along = net.edgeBackwards[edge] === 1 ? graph.edgeMillimetres[edge]! - alongMillimetres : alongMillimetres;
  return net.edgeOffset[edge]! + along;
}

/** Place of a vertex; a junction stands at an end of any of its chains, but not of a door, whose other end is no way off. */
export function placeOfVertex(net: ContractedGraph, vertex: number): { chain: number; offset: number } {
  const chain = net.vertexChain[vertex]!;
  if (chain >= 0) return { chain, offset: net.vertexOffset[vertex]! };
  const junction = net.vertexJunction[vertex]!;
  let chosen = net.arcChain[net.arcStart[junction]!]!;
  for (let arc = net.arcStart[junction]! + 1; net.chainMillimetres[chosen] === 0 && arc < net.arcStart[junction + 1]!; arc++) chosen = net.arcChain[arc]!;
  return { chain: chosen, offset: net.chainFrom[chosen] === junction ? 0 : net.chainMillimetres[chosen]! };
}

/** Edges around each vertex. */
export function incidence({ vertexCount, edgeCount, edgeFrom, edgeTo }: StreetGraph): { start: Uint32Array; edges: Uint32Array } {
  const start = new Uint32Array(vertexCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    start[edgeFrom[e]! + 1]!++;
    start[edgeTo[e]! + 1]!++;
  }
  for (let v = 0; v < vertexCount; v++) start[v + 1]! += start[v]!;
  const next = start.slice(0, vertexCount);
  const edges = new Uint32Array(2 * edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    edges[next[edgeFrom[e]!]!++] = e;
    edges[next[edgeTo[e]!]!++] = e;
  }
  return { start, edges };
}

function numberJunctions(isJunction: Uint8Array): Pick<ContractedGraph, 'junctionCount' | 'junctionVertex' | 'vertexJunction'> {
  const vertexJunction = new Int32Array(isJunction.length).fill(-1);
  const vertices = new Uint32Array(isJunction.length);
  let count = 0;
  for (let vertex = 0; vertex < isJunction.length; vertex++) {
    if (isJunction[vertex] === 0) continue;
    vertices[count] = vertex;
    vertexJunction[vertex] = count++;
  }
  return { junctionCount: count, junctionVertex: vertices.slice(0, count), vertexJunction };
}

/** Both ways of each chain; a chain that ends where it began leads nowhere new and has one arc, so that its junction knows it. */
export function arcsOf(junctionCount: number, from: Uint32Array, to: Uint32Array, length: Uint32Array): Pick<ContractedGraph, 'arcStart' | 'arcs' | 'arcChain'> {
  const arcStart = new Uint32Array(junctionCount + 1);
  for (let chain = 0; chain < from.length; chain++) {
    arcStart[from[chain]! + 1]!++;
    if (from[chain] !== to[chain]) arcStart[to[chain]! + 1]!++;
  }
  for (let j = 0; j < junctionCount; j++) arcStart[j + 1]! += arcStart[j]!;
  const next = arcStart.slice(0, junctionCount);
  const arcs = new Uint32Array(2 * arcStart[junctionCount]!);
  const arcChain = new Uint32Array(arcStart[junctionCount]!);
  const add = (junction: number, other: number, chain: number) => {
    const arc = next[junction]!++;
    arcs[2 * arc] = other;
    arcs[2 * arc + 1] = length[chain]!;
    arcChain[arc] = chain;
  };
  for (let chain = 0; chain < from.length; chain++) {
    add(from[chain]!, to[chain]!, chain);
    if (from[chain] !== to[chain]) add(to[chain]!, from[chain]!, chain);
  }
  return { arcStart, arcs, arcChain };
}
