/** From nodes and pairs of them, as a reader leaves them, to the street graph. */
import { hilbertOrder } from './hilbert.ts';
import { lengthMillimetres } from './edgeLength.ts';
import { componentsOf, type StreetGraph } from './streetGraph.ts';

/** What a reader of streets has found. */
export interface StreetSource {
  /** Ascending, unique. */
  readonly nodeIds: Float64Array;
  /** Steps, interleaved. */
  readonly coordinates: Int32Array;
  /** Indices of consecutive nodes, two by two; the same pair may come several times, either way round. */
  readonly pairs: Uint32Array;
  /** Indices of nodes that bar the way in the reading with gates, ascending. */
  readonly barred: Uint32Array;
}

export interface BuildOptions {
  /** Leave out the nodes that bar the way, and every edge at one. */
  readonly gates?: boolean;
}

export function buildStreetGraph(source: StreetSource, options: BuildOptions = {}): StreetGraph {
  const keys = edgeKeys(source, options.gates ?? false);
  const count = source.nodeIds.length;
  const used = new Uint8Array(count);
  for (const key of keys) used[Math.floor(key / count)] = used[key % count] = 1;
  const nodes = used.reduce((sum, flag) => sum + flag, 0);
  const nodeOf = new Uint32Array(nodes);
  const unordered = new Int32Array(2 * nodes);
  for (let node = 0, k = 0; node < count; node++) {
    if (used[node] === 0) continue;
    unordered[2 * k] = source.coordinates[2 * node]!;
    unordered[2 * k + 1] = source.coordinates[2 * node + 1]!;
    nodeOf[k++] = node;
  }
  const order = hilbertOrder(unordered, nodes);
  const vertexOf = new Uint32Array(count);
  const nodeIds = new Float64Array(nodes);
  const coordinates = new Int32Array(2 * nodes);
  for (let vertex = 0; vertex < nodes; vertex++) {
    const k = order[vertex]!;
    vertexOf[nodeOf[k]!] = vertex;
    nodeIds[vertex] = source.nodeIds[nodeOf[k]!]!;
    coordinates[2 * vertex] = unordered[2 * k]!;
    coordinates[2 * vertex + 1] = unordered[2 * k + 1]!;
  }
  return assembleGraph(nodeIds, coordinates, vertexKeys(keys, vertexOf, count, nodes), (from, to) => {
    // The key's nodes ascend by id, so the end with the smaller id is known from the ids alone.
    const [a, b] = nodeIds[from]! < nodeIds[to]! ? [from, to] : [to, from];
    return lengthMillimetres(coordinates[2 * a]!, coordinates[2 * a + 1]!, coordinates[2 * b]!, coordinates[2 * b + 1]!);
  });
}

/** `keys` are from × vertices + to, from < to, ascending and unique. */
export function assembleGraph(nodeIds: Float64Array, coordinates: Int32Array, keys: Float64Array, lengthOf: (from: number, to: number, index: number) => number): StreetGraph {
  const vertexCount = nodeIds.length;
  const edgeFrom = new Uint32Array(keys.length);
  const edgeTo = new Uint32Array(keys.length);
  const edgeMillimetres = new Uint32Array(keys.length);
  keys.forEach((key, e) => {
    const from = Math.floor(key / vertexCount);
    const to = key - from * vertexCount;
    edgeFrom[e] = from;
    edgeTo[e] = to;
    edgeMillimetres[e] = lengthOf(from, to, e);
  });
  return { vertexCount, edgeCount: keys.length, nodeIds, coordinates, edgeFrom, edgeTo, edgeMillimetres, ...componentsOf(vertexCount, edgeFrom, edgeTo) };
}

/** Low × nodes + high of each pair that stands, ascending, each once. */
function edgeKeys({ nodeIds, pairs, barred }: StreetSource, gates: boolean): Float64Array {
  const count = nodeIds.length;
  const isBarred = new Uint8Array(count);
  if (gates) for (const node of barred) isBarred[node] = 1;
  const keys = new Float64Array(pairs.length / 2);
  let kept = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const a = pairs[i]!;
    const b = pairs[i + 1]!;
    if (a === b || isBarred[a] === 1 || isBarred[b] === 1) continue;
    keys[kept++] = a < b ? a * count + b : b * count + a;
  }
  return uniqueSorted(keys.subarray(0, kept));
}

function vertexKeys(keys: Float64Array, vertexOf: Uint32Array, nodes: number, vertices: number): Float64Array {
  const renamed = keys.map((key) => {
    const low = Math.floor(key / nodes);
    const a = vertexOf[low]!;
    const b = vertexOf[key - low * nodes]!;
    return a < b ? a * vertices + b : b * vertices + a;
  });
  return renamed.sort();
}

/** In place, then its front. */
export function uniqueSorted(values: Float64Array): Float64Array {
  values.sort();
  let kept = 0;
  for (let i = 0; i < values.length; i++) if (i === 0 || values[i] !== values[i - 1]) values[kept++] = values[i]!;
  return values.slice(0, kept);
}
