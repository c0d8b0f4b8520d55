/** Street networks for tests: random ones, drawn ones, and a generated city; with the plainest search there is to compare with. */
import { seededRandom } from '../../data/generator/random.ts';
import { buildStreetGraph, type StreetSource } from '../../src/core/network/buildGraph.ts';
import type { StreetGraph } from '../../src/core/network/streetGraph.ts';

export const WEST = 1_089_000_000;
export const SOUTH = 342_000_000;

/** Nodes by position in metres east and north of the origin, ids from 1; links by index. */
export function networkOf(metres: readonly (readonly [number, number])[], links: readonly (readonly [number, number])[]): StreetGraph {
  return buildStreetGraph(sourceOf(metres, links));
}

export function sourceOf(metres: readonly (readonly [number, number])[], links: readonly (readonly [number, number])[]): StreetSource {
  return {
    nodeIds: Float64Array.from(metres, (_, k) => k + 1), coordinates: Int32Array.from(metres.flatMap(([east, north]) => stepsAt(east, north))),
    pairs: Uint32Array.from(links.flat()), barred: new Uint32Array(0),
  };
}

/** Steps of a place so many metres east and north of the origin. */
export function stepsAt(eastMetres: number, northMetres: number): [x: number, y: number] {
  return [WEST + Math.round(eastMetres / 0.009197), SOUTH + Math.round(northMetres / 0.0111195)];
}

/** Long and short chains, rings, dead ends, parallel ways, islands. */
export function randomNetwork(seed: number, size = 60): StreetGraph {
  const random = seededRandom(seed);
  const metres = Array.from({ length: size }, (): [number, number] => [random() * 900, random() * 900]);
  const links: [number, number][] = [];
  const link = () => Math.floor(random() * size);
  for (let k = 0; k < size * 0.8; k++) links.push([link(), link()]);
  for (let chain = 0; chain < 6; chain++) {
    let at = chain % 2 === 0 ? link() : metres.push([random() * 900, random() * 900]) - 1;
    const first = at;
    for (let step = 0; step < 4; step++) {
      const next = metres.push([random() * 900, random() * 900]) - 1;
      links.push([at, next]);
      at = next;
    }
    links.push([at, chain < 2 ? first : chain < 4 ? link() : at]);
  }
  return networkOf(metres, links);
}

/** Distances from some vertices by the plainest Dijkstra; `blocked` edges are not walked. */
export function naiveDistances(graph: StreetGraph, seeds: readonly (readonly [vertex: number, millimetres: number])[], blocked: (edge: number) => boolean = () => false): Float64Array {
  const distance = new Float64Array(graph.vertexCount).fill(Infinity);
  for (const [vertex, millimetres] of seeds) distance[vertex] = Math.min(distance[vertex]!, millimetres);
  const around = Array.from({ length: graph.vertexCount }, (): [number, number][] => []);
  for (let e = 0; e < graph.edgeCount; e++) {
    if (blocked(e)) continue;
    around[graph.edgeFrom[e]!]!.push([graph.edgeTo[e]!, graph.edgeMillimetres[e]!]);
    around[graph.edgeTo[e]!]!.push([graph.edgeFrom[e]!, graph.edgeMillimetres[e]!]);
  }
  const done = new Uint8Array(graph.vertexCount);
  for (;;) {
    let nearest = -1;
    for (let v = 0; v < graph.vertexCount; v++) if (done[v] === 0 && distance[v]! < (nearest < 0 ? Infinity : distance[nearest]!)) nearest = v;
    if (nearest < 0) return distance;
    done[nearest] = 1;
    for (const [other, length] of around[nearest]!) distance[other] = Math.min(distance[other]!, distance[nearest]! + length);
  }
}
