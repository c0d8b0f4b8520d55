/** A line that was noded with the arcs near it, as chains: runs that lie on no arc, each in one face. */
import { OUTSIDE_FACE, type Arc, type Coverage } from './coverage.ts';
import { faceAt } from './faceAt.ts';
import type { LocalEdge, LocalSoup } from './localSoup.ts';

export interface Anchor {
  x: number;
  y: number;
  /** Edges of arcs that leave here: where to, and the face on their left. */
  spokes: { x: number; y: number; left: number }[];
}

export interface Chain {
  /** Interleaved, the line's way. */
  xy: number[];
  line: number;
  face: number;
}

export type Anchors = Map<string, Anchor>;

export const key = (x: number, y: number) => `${x},${y}`;
/** Points that lie on arcs. Null where a vertex of one arc has come to lie inside another. */
export function anchorsOf(soup: LocalSoup, coverage: Coverage): Anchors | null {
  const anchors: Anchors = new Map();
  const at = (x: number, y: number): Anchor => {
    const found = anchors.get(key(x, y));
    if (found) return found;
    const made: Anchor = { x, y, spokes: [] };
    anchors.set(key(x, y), made);
    return made;
  };
  /** Vertices of arcs as they were. */
  const vertices = new Map<string, Set<number>>();
  for (const id of soup.arcs) {
    const { xy } = coverage.arcs.get(id)!;
    for (let i = 0; i < xy.length; i += 2) {
      const k = key(xy[i]!, xy[i + 1]!);
      vertices.set(k, (vertices.get(k) ?? new Set()).add(id));
    }
  }
  for (const edge of soup.edges) {
    const use = edge.arcs[0];
    if (!use) continue;
    const arc = coverage.arcs.get(use.arc)!;
    const left = use.forward ? arc.left : arc.right;
    const right = use.forward ? arc.right : arc.left;
    at(edge.x0, edge.y0).spokes.push({ x: edge.x1, y: edge.y1, left });
    at(edge.x1, edge.y1).spokes.push({ x: edge.x0, y: edge.y0, left: right });
    for (const [x, y] of [[edge.x0, edge.y0], [edge.x1, edge.y1]] as const) {
      const own = vertices.get(key(x, y));
      if (own && !own.has(use.arc)) return null;
      // Its own vertex, but not of this stretch: the arc was driven into itself.
      if (own && !isEnd(arc, use.segment, x, y)) return null;
    }
  }
  return anchors;
}

function isEnd(arc: Arc, segment: number, x: number, y: number): boolean {
  const { xy } = arc;
  const i = 2 * segment;
  return (xy[i] === x && xy[i + 1] === y) || (xy[i + 2] === x && xy[i + 3] === y);
}

/** The chains, each with its face; those with a face that may be cut and no loose end are `kept`. */
export function settleChains(soup: LocalSoup, anchors: Anchors, coverage: Coverage, mayCut: (face: number) => boolean): { crossed: number[]; kept: Chain[] } {
  const chains = chainsOf(soup, anchors);
  for (const chain of chains) chain.face = faceByAnchor(chain, anchors) ?? -1;
  spreadFaces(chains, anchors, coverage);
  const crossed = [...new Set(chains.map(({ face }) => face))].sort((p, q) => p - q);
  return { crossed, kept: withoutLoose(chains.filter(({ face }) => face !== OUTSIDE_FACE && mayCut(face)), anchors) };
}

/** Runs of line edges that lie on no arc, from anchor or fork to anchor or fork. */
function chainsOf(soup: LocalSoup, anchors: Anchors): Chain[] {
  const free = soup.edges.filter((edge) => edge.arcs.length === 0);
  const at = new Map<string, LocalEdge[]>();
  for (const edge of free) {
    for (const k of [key(edge.x0, edge.y0), key(edge.x1, edge.y1)]) at.set(k, [...(at.get(k) ?? []), edge]);
  }
  const ends = (k: string) => anchors.has(k) || at.get(k)!.length !== 2;
  const used = new Set<LocalEdge>();
  const chains: Chain[] = [];
  const walk = (first: LocalEdge, from: string): void => {
    const xy: number[] = [];
    let edge: LocalEdge | undefined = first;
    let k = from;
    const [x, y] = from.split(',').map(Number) as [number, number];
    xy.push(x, y);
    while (edge && !used.has(edge)) {
      used.add(edge);
      const forward: boolean = key(edge.x0, edge.y0) === k;
      xy.push(forward ? edge.x1 : edge.x0, forward ? edge.y1 : edge.y0);
      k = forward ? key(edge.x1, edge.y1) : key(edge.x0, edge.y0);
      edge = ends(k) ? undefined : at.get(k)!.find((each) => !used.has(each));
    }
    const use = first.lines[0]!;
    // The line's own direction: that of the first edge's use.
    const along = (key(first.x0, first.y0) === from) === use.forward;
    chains.push({ xy: along ? xy : reversed(xy), line: use.line, face: -1 });
  };
  for (const edge of free) for (const k of [key(edge.x0, edge.y0), key(edge.x1, edge.y1)]) if (ends(k) && !used.has(edge)) walk(edge, k);
  for (const edge of free) if (!used.has(edge)) walk(edge, key(edge.x0, edge.y0));
  return chains;
}

/** The face that a chain enters at its first or last point, if that is on an arc. */
function faceByAnchor({ xy }: Chain, anchors: Anchors): number | null {
  const n = xy.length;
  for (const [px, py, qx, qy] of [[xy[0]!, xy[1]!, xy[2]!, xy[3]!], [xy[n - 2]!, xy[n - 1]!, xy[n - 4]!, xy[n - 3]!]] as const) {
    const anchor = anchors.get(key(px, py));
    if (!anchor) continue;
    let best: { left: number; turn: number } | null = null;
    for (const spoke of anchor.spokes) {
      const turn = clockwiseTurn(qx - px, qy - py, spoke.x - px, spoke.y - py);
      if (best === null || turn < best.turn) best = { left: spoke.left, turn };
    }
    if (best) return best.left;
  }
  return null;
}

/** How far one turns clockwise from u to v, 0…2π; exact enough, for noded directions differ by more than the last bits. */
function clockwiseTurn(ux: number, uy: number, vx: number, vy: number): number {
  const angle = Math.atan2(uy * vx - ux * vy, ux * vx + uy * vy);
  return angle <= 0 ? angle + 2 * Math.PI : angle;
}

/** Chains that hang together off the arcs lie in one face; a part that touches no arc is located by a point. */
function spreadFaces(chains: Chain[], anchors: Anchors, coverage: Coverage): void {
  const at = new Map<string, Chain[]>();
  for (const chain of chains) for (const k of endKeys(chain)) if (!anchors.has(k)) at.set(k, [...(at.get(k) ?? []), chain]);
  const spread = (from: Chain): void => {
    const queue = [from];
    for (let chain = queue.pop(); chain; chain = queue.pop()) {
      for (const k of endKeys(chain)) {
        for (const other of at.get(k) ?? []) {
          if (other.face >= 0) continue;
          other.face = chain.face;
          queue.push(other);
        }
      }
    }
  };
  for (const chain of chains) if (chain.face >= 0) spread(chain);
  for (const chain of chains) {
    if (chain.face >= 0) continue;
    chain.face = faceAt(coverage, (chain.xy[0]! + chain.xy[2]!) / 2, (chain.xy[1]! + chain.xy[3]!) / 2);
    spread(chain);
  }
}

export function endKeys({ xy }: Chain): [string, string] {
  return [key(xy[0]!, xy[1]!), key(xy[xy.length - 2]!, xy[xy.length - 1]!)];
}

/** Drops chains with a loose end until none is left. */
function withoutLoose(chains: Chain[], anchors: Anchors): Chain[] {
  let kept = chains;
  for (;;) {
    const degree = new Map<string, number>();
    for (const chain of kept) for (const k of endKeys(chain)) degree.set(k, (degree.get(k) ?? 0) + 1);
    const next = kept.filter((chain) => endKeys(chain).every((k) => anchors.has(k) || degree.get(k)! > 1));
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

function reversed(xy: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = xy.length - 2; i >= 0; i -= 2) out.push(xy[i]!, xy[i + 1]!);
  return out;
}
