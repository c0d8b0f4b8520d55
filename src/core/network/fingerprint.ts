/** The fingerprints by which two programs compare their graphs and reached sets (walk-v1). */
import { asciiBytes, Sha256 } from './sha256.ts';
import type { StreetGraph } from './streetGraph.ts';

/** Of the lines `minId maxId mm`, ascending by both ids as numbers, joined by newlines. */
export function edgeListSha256(graph: StreetGraph): string {
  const { nodeIds, edgeFrom, edgeTo, edgeMillimetres, vertexCount } = graph;
  const byId = rankById(nodeIds);
  const keys = new Float64Array(graph.edgeCount);
  const lengthOf = new Map<number, number>();
  for (let e = 0; e < graph.edgeCount; e++) {
    const a = byId.rank[edgeFrom[e]!]!;
    const b = byId.rank[edgeTo[e]!]!;
    keys[e] = Math.min(a, b) * vertexCount + Math.max(a, b);
    lengthOf.set(keys[e]!, edgeMillimetres[e]!);
  }
  keys.sort();
  return hashLines(keys.length, (line) => {
    const key = keys[line]!;
    const low = Math.floor(key / vertexCount);
    return `${byId.ids[low]!} ${byId.ids[key - low * vertexCount]!} ${lengthOf.get(key)!}`;
  });
}

/** Of ids ascending, joined by newlines. */
export function idsSha256(ids: Float64Array): string {
  const sorted = ids.slice().sort();
  return hashLines(sorted.length, (line) => String(sorted[line]!));
}

const LINES_PER_CHUNK = 4096;

function hashLines(count: number, lineOf: (line: number) => string): string {
  const sum = new Sha256();
  for (let first = 0; first < count; first += LINES_PER_CHUNK) {
    const lines: string[] = [];
    for (let line = first; line < Math.min(count, first + LINES_PER_CHUNK); line++) lines.push(lineOf(line));
    sum.update(asciiBytes(`${first === 0 ? '' : '\n'}${lines.join('\n')}`));
  }
  return sum.hex();
}

function rankById(nodeIds: Float64Array): { ids: Float64Array; rank: Uint32Array } {
  const order = Uint32Array.from(nodeIds.keys()).sort((a, b) => nodeIds[a]! - nodeIds[b]!);
  const rank = new Uint32Array(nodeIds.length);
  order.forEach((vertex, k) => { rank[vertex] = k; });
  return { ids: Float64Array.from(order, (vertex) => nodeIds[vertex]!), rank };
}
