/**
 * N3: edges that three units or more use. Some overlap lies beside each of them;
 * the edge says where three lines were laid on one another. Where two of the
 * users are duplicates, that finding says it all.
 */
import type { Defect } from './defect.ts';
import { degrees } from './faceShape.ts';
import type { PolygonLayer } from './layer.ts';
import { pointDefect } from './ringDefects.ts';
import type { RingFacts } from './rings.ts';

export function crowdedEdges(
  layer: PolygonLayer, facts: RingFacts, crowded: readonly number[], duplicates: readonly (readonly number[])[],
): Defect[] {
  const duplicated = new Set(duplicates.flat());
  const edges = new Map<string, { users: Set<number>; from: [number, number]; to: [number, number] }>();
  const { coordinates: xy, ringStart } = layer;
  for (const i of crowded) {
    const r = ringAt(ringStart, i);
    if (duplicated.has(facts.unitOf[r]!)) continue;
    const j = i + 1 < ringStart[r + 1]! ? i + 1 : ringStart[r]!;
    const a: [number, number] = [xy[2 * i]!, xy[2 * i + 1]!];
    const b: [number, number] = [xy[2 * j]!, xy[2 * j + 1]!];
    const [from, to] = (a[0] - b[0] || a[1] - b[1]) < 0 ? [a, b] : [b, a];
    const key = `${from.join()};${to.join()}`;
    const edge = edges.get(key) ?? { users: new Set<number>(), from, to };
    edge.users.add(facts.unitOf[r]!);
    edges.set(key, edge);
  }
  const lines = new Map<string, { units: number[]; edges: [number, number][][] }>();
  for (const { users, from, to } of edges.values()) {
    if (users.size < 3) continue;
    const units = [...users].sort((a, b) => a - b);
    const line = lines.get(units.join()) ?? { units, edges: [] };
    line.edges.push([from, to]);
    lines.set(units.join(), line);
  }
  return [...lines.values()].map(({ units, edges: list }) => {
    list.sort((p, q) => p[0]![0] - q[0]![0] || p[0]![1] - q[0]![1] || p[1]![0] - q[1]![0] || p[1]![1] - q[1]![1]);
    return pointDefect('N3', units, {
      type: 'MultiLineString', coordinates: list.map((edge) => edge.map(([x, y]) => [degrees(x), degrees(y)])),
    }, list[0]![0]!);
  });
}

/** The ring that holds a vertex. */
function ringAt(ringStart: Uint32Array, vertex: number): number {
  let low = 0;
  let high = ringStart.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ringStart[middle]! <= vertex) low = middle;
    else high = middle;
  }
  return low;
}
