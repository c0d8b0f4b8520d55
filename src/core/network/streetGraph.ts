/**
 * The street network as walk-v1 defines it: every node of an accepted way is a vertex, nothing simplified.
 * A value of typed arrays: it can be handed to a worker as it is.
 *
 * Invariants: vertices stand in the order of Hilbert's curve; each has at least one edge; an edge joins two different vertices,
 * the one with the smaller number first; edges ascend by (from, to) and no pair comes twice; component 0 has the most vertices.
 */
export interface StreetGraph {
  readonly vertexCount: number;
  readonly edgeCount: number;
  /** Of the nodes in the source, safe integers, unique; negative for vertices that walls have added. */
  readonly nodeIds: Float64Array;
  /** Longitude, latitude interleaved in steps of 1e-7 degree. */
  readonly coordinates: Int32Array;
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  readonly edgeMillimetres: Uint32Array;
  /** Component of each vertex, by size from 0; between equals, the one with the lower vertex first. */
  readonly component: Uint32Array;
  readonly componentCount: number;
}

export interface NetworkReport {
  readonly vertices: number;
  readonly edges: number;
  readonly components: number;
  readonly largestVertices: number;
  /** Share of the vertices in the largest component; 1 where there are none. */
  readonly largestShare: number;
  readonly lengthMetres: number;
}

export function networkReport(graph: StreetGraph): NetworkReport {
  let largest = 0;
  for (const component of graph.component) if (component === 0) largest++;
  const millimetres = graph.edgeMillimetres.reduce((sum, length) => sum + length, 0);
  return {
    vertices: graph.vertexCount, edges: graph.edgeCount, components: graph.componentCount, largestVertices: largest,
    largestShare: graph.vertexCount === 0 ? 1 : largest / graph.vertexCount, lengthMetres: millimetres / 1000,
  };
}

/** Edges at each vertex. */
export function degrees(graph: Pick<StreetGraph, 'vertexCount' | 'edgeFrom' | 'edgeTo'>): Uint32Array {
  const degree = new Uint32Array(graph.vertexCount);
  for (const vertex of graph.edgeFrom) degree[vertex]!++;
  for (const vertex of graph.edgeTo) degree[vertex]!++;
  return degree;
}

/** Vertex of a node; −1 where it is none. */
export function vertexOfNode(graph: StreetGraph, nodeId: number): number {
  return graph.nodeIds.indexOf(nodeId);
}

/** Components by union and find, largest first. */
export function componentsOf(vertexCount: number, edgeFrom: Uint32Array, edgeTo: Uint32Array): { component: Uint32Array; componentCount: number } {
  const parent = new Uint32Array(vertexCount);
  for (let i = 0; i < vertexCount; i++) parent[i] = i;
  const root = (vertex: number): number => {
    while (parent[vertex] !== vertex) vertex = parent[vertex] = parent[parent[vertex]!]!;
    return vertex;
  };
  for (let e = 0; e < edgeFrom.length; e++) {
    const a = root(edgeFrom[e]!);
    const b = root(edgeTo[e]!);
    if (a < b) parent[b] = a;
    else parent[a] = b;
  }
  const size = new Uint32Array(vertexCount);
  for (let i = 0; i < vertexCount; i++) size[root(i)]!++;
  const roots: number[] = [];
  for (let i = 0; i < vertexCount; i++) if (size[i]! > 0) roots.push(i);
  roots.sort((a, b) => size[b]! - size[a]! || a - b);
  const rank = new Uint32Array(vertexCount);
  roots.forEach((vertex, k) => { rank[vertex] = k; });
  const component = new Uint32Array(vertexCount);
  for (let i = 0; i < vertexCount; i++) component[i] = rank[root(i)]!;
  return { component, componentCount: roots.length };
}
