/** Splits arcs where chains end on them: new nodes, pieces that keep the arc's sides, a memory of the edge that was split. */
import { endKeys, key, type Anchors, type Chain } from './chains.ts';
import type { Arc, SplitEdge } from './coverage.ts';
import type { CoverageDraft } from './draft.ts';
import type { LocalEdge, LocalSoup } from './localSoup.ts';
import { wholeEdge } from './splitEdge.ts';

/** Gives the pieces of each arc that was split, in its direction. */
export function splitArcs(draft: CoverageDraft, soup: LocalSoup, chains: readonly Chain[], anchors: Anchors): Map<number, number[]> {
  const split = new Map<number, number[]>();
  const wanted = new Set(chains.flatMap(endKeys).filter((k) => anchors.has(k)));
  const byArc = new Map<number, Map<number, LocalEdge[]>>();
  for (const edge of soup.edges) {
    const use = edge.arcs[0];
    if (!use) continue;
    const segments = byArc.get(use.arc) ?? new Map<number, LocalEdge[]>();
    segments.set(use.segment, [...(segments.get(use.segment) ?? []), edge]);
    byArc.set(use.arc, segments);
  }
  for (const [id, segments] of [...byArc].sort(([p], [q]) => p - q)) {
    const pieces = splitArc(draft, id, segments, wanted);
    if (pieces.length > 1) split.set(id, pieces);
  }
  return split;
}

function splitArc(draft: CoverageDraft, id: number, segments: ReadonlyMap<number, LocalEdge[]>, wanted: ReadonlySet<string>): number[] {
  const arc = draft.arc(id);
  const { xy } = arc;
  // The arc anew: its own vertices, and wanted points inside its segments.
  const pieces: number[][] = [[]];
  const joints: { x: number; y: number; split: SplitEdge | null }[] = [];
  const last = xy.length / 2 - 1;
  const cutAt = (x: number, y: number, split: SplitEdge | null): void => {
    joints.push({ x, y, split });
    pieces.at(-1)!.push(x, y);
    pieces.push([x, y]);
  };
  for (let k = 0; k <= last; k++) {
    const x = xy[2 * k]!;
    const y = xy[2 * k + 1]!;
    if (k > 0 && k < last && wanted.has(key(x, y))) cutAt(x, y, arc.made.find((each) => each.x === x && each.y === y)?.edge ?? null);
    else pieces.at(-1)!.push(x, y);
    const edges = segments.get(k);
    if (k === last || !edges || edges.length < 2) continue;
    for (const [px, py] of alongSegment(edges, x, y)) {
      if (wanted.has(key(px, py))) cutAt(px, py, wholeEdge(draft, arc, [x, y, xy[2 * k + 2]!, xy[2 * k + 3]!]));
    }
  }
  if (joints.length === 0) return [id];
  // No two arcs meet at a place that is no node yet: each joint is a node of its own.
  const nodes = joints.map(({ x, y, split }) => draft.addNode({ x, y, out: [], base: false, splits: split ? [split] : [] }));
  const ids = pieces.map((piece, k) => {
    const own: Arc = {
      ...arc, from: k === 0 ? arc.from : nodes[k - 1]!, to: k === joints.length ? arc.to : nodes[k]!, xy: Int32Array.from(piece),
      made: arc.made.filter((vertex) => isInner(piece, vertex.x, vertex.y)),
    };
    if (k > 0) return draft.addArc(own);
    draft.setArc(id, own);
    return id;
  });
  const end = ids.at(-1)!;
  draft.reorder(arc.from, draft.node(arc.from).out.map((half) => (half === 2 * id + 1 ? 2 * end + 1 : half)));
  if (arc.to !== arc.from) draft.reorder(arc.to, draft.node(arc.to).out.map((half) => (half === 2 * id + 1 ? 2 * end + 1 : half)));
  nodes.forEach((node, k) => { draft.reorder(node, [2 * ids[k]! + 1, 2 * ids[k + 1]!]); });
  return ids;
}

function isInner(piece: readonly number[], x: number, y: number): boolean {
  for (let i = 2; i + 2 < piece.length; i += 2) if (piece[i] === x && piece[i + 1] === y) return true;
  return false;
}

/** Points of a split segment between its ends, from its start on. */
function alongSegment(edges: readonly LocalEdge[], startX: number, startY: number): [number, number][] {
  const points: [number, number][] = [];
  const left = new Set(edges);
  let x = startX;
  let y = startY;
  while (left.size > 0) {
    const edge = [...left].find((each) => (each.x0 === x && each.y0 === y) || (each.x1 === x && each.y1 === y));
    if (!edge) throw new Error('A split segment has come apart.');
    left.delete(edge);
    const forward = edge.x0 === x && edge.y0 === y;
    x = forward ? edge.x1 : edge.x0;
    y = forward ? edge.y1 : edge.y0;
    if (left.size > 0) points.push([x, y]);
  }
  return points;
}
