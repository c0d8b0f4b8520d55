/**
 * The lines of a layer, each once: between communities, between subdistricts,
 * and where nobody is on the other side. Lines of subdistricts and districts are
 * joined across nodes, so that dashes run on.
 */
import type { PolygonLayer } from './layer.ts';
import { DROPPED } from './matching.ts';
import type { RingFacts } from './rings.ts';

export interface BoundaryLine<K extends string> {
  kind: K;
  /** Interleaved steps. */
  points: number[];
}

/** `kindOf(a, b)`: kind of the line between two units, b is -1 where there is none; null draws nothing. */
export function boundaryLines<K extends string>(
  layer: PolygonLayer, facts: RingFacts, partner: Int32Array, kindOf: (a: number, b: number) => K | null, join: ReadonlySet<K>,
): BoundaryLine<K>[] {
  const ringOf = ringOfVertices(layer);
  const { coordinates: xy, ringStart } = layer;
  const lines: BoundaryLine<K>[] = [];
  for (let r = 0; r < facts.ringCount; r++) {
    const first = ringStart[r]!;
    const end = ringStart[r + 1]!;
    const unit = facts.unitOf[r]!;
    const kind = (i: number): K | null => {
      const mate = partner[i]!;
      if (mate === DROPPED || (mate >= 0 && mate < i)) return null;
      return kindOf(unit, mate >= 0 ? facts.unitOf[ringOf[mate]!]! : -1);
    };
    let running: K | null = null;
    for (let i = first; i < end; i++) {
      const k = kind(i);
      if (k !== null && k !== running) lines.push({ kind: k, points: [xy[2 * i]!, xy[2 * i + 1]!] });
      running = k;
      if (k === null) continue;
      const j = i + 1 < end ? i + 1 : first;
      lines[lines.length - 1]!.points.push(xy[2 * j]!, xy[2 * j + 1]!);
    }
  }
  const joined: BoundaryLine<K>[] = lines.filter((line) => !join.has(line.kind));
  for (const kind of join) joined.push(...joinEnds(lines.filter((line) => line.kind === kind)));
  return joined;
}

function ringOfVertices(layer: PolygonLayer): Int32Array {
  const out = new Int32Array(layer.vertexCount);
  for (let r = 0; r + 1 < layer.ringStart.length; r++) out.fill(r, layer.ringStart[r], layer.ringStart[r + 1]);
  return out;
}

/** Joins lines of one kind wherever exactly two ends meet. */
function joinEnds<K extends string>(lines: BoundaryLine<K>[]): BoundaryLine<K>[] {
  const ends = new Map<string, number[]>();
  const headKey = (p: number[]) => `${p[0]!},${p[1]!}`;
  const tailKey = (p: number[]) => `${p[p.length - 2]!},${p[p.length - 1]!}`;
  lines.forEach(({ points }, i) => {
    for (const key of [headKey(points), tailKey(points)]) ends.set(key, [...(ends.get(key) ?? []), i]);
  });
  const used = new Set<number>();
  const out: BoundaryLine<K>[] = [];
  lines.forEach((line, i) => {
    if (used.has(i)) return;
    used.add(i);
    let points = [...line.points];
    for (let side = 0; side < 2; side++) {
      for (;;) {
        const key = tailKey(points);
        const at = ends.get(key)!;
        const next = at.length === 2 ? at.find((k) => !used.has(k)) : undefined;
        if (next === undefined) break;
        used.add(next);
        const more = lines[next]!.points;
        points = points.concat((headKey(more) === key ? more : reversed(more)).slice(2));
      }
      points = reversed(points);
    }
    out.push({ kind: line.kind, points });
  });
  return out;
}

function reversed(points: number[]): number[] {
  const out: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) out.push(points[i]!, points[i + 1]!);
  return out;
}
