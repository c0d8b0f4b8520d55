/**
 * Cuts faces by lines. A line may start and end anywhere, touch vertices, run along arcs: what divides a face becomes arcs,
 * what hangs loose is dropped. Arcs keep their shape but for the vertices that the line puts into them.
 */
import { anchorsOf, key, settleChains, type Chain } from './chains.ts';
import type { Coverage } from './coverage.ts';
import { CoverageDraft } from './draft.ts';
import { followEdges } from './followEdges.ts';
import { localSoup, type LocalSoup } from './localSoup.ts';
import { splitArcs } from './splitArcs.ts';

export interface CutRequest {
  /** Interleaved steps, each a polyline; a ring repeats its first position at the end. */
  lines: readonly (readonly number[])[];
  origin: 'cut' | 'kept';
  /** Faces that may be cut; pieces of line in others are dropped. */
  mayCut: (face: number) => boolean;
}

/** A half-arc that runs along a line, the line's way. */
export interface LineHalf {
  half: number;
  line: number;
  /** Drawn now, or an arc that was there already. */
  drawn: boolean;
}

export interface CutOutcome {
  draft: CoverageDraft;
  halves: LineHalf[];
  /** Faces that pieces of the lines lie in, before cutting: also those that may not be cut. */
  crossed: number[];
  /** Faces cut, with the pieces they fell into; the outside never falls apart. */
  pieces: Map<number, number[]>;
}

/** Null: lines and arcs lie so close that rounding would drive arcs into each other. */
export function cutLines(coverage: Coverage, { lines, origin, mayCut }: CutRequest): CutOutcome | null {
  const soup = localSoup(coverage, lines.map((line) => followEdges(coverage, line)));
  if (!soup.clear) return null;
  const draft = new CoverageDraft(coverage);
  const anchors = anchorsOf(soup, coverage);
  if (anchors === null) return null;
  const { crossed, kept } = settleChains(soup, anchors, coverage, mayCut);
  const split = splitArcs(draft, soup, kept, anchors);
  const drawn = addChains(draft, kept, origin);
  const pieces = new Map<number, number[]>();
  for (const face of [...new Set(kept.map((chain) => chain.face))].sort((p, q) => p - q)) {
    const { claimants, base, inParent, parent, loops } = draft.face(face);
    const halves = [...loops, ...drawn.filter((each) => each.face === face).flatMap(({ half }) => [half, half ^ 1])];
    pieces.set(face, draft.retrace(halves, [face], { claimants, base, inParent, parent }));
  }
  // A vertex put into an edge bends it a little: the face across has another area, too.
  const beside = new Set([...split.keys()].flatMap((id) => [draft.arc(id).left, draft.arc(id).right]));
  for (const face of beside) draft.remeasure(face);
  const along = alongHalves(draft, soup, split);
  return { draft, halves: [...drawn.map(({ half, line }) => ({ half, line, drawn: true })), ...along], crossed, pieces };
}

/** Whether the lines run along arcs: along whole ones, or nowhere else. */
export function runsAlong({ halves, crossed }: Pick<CutOutcome, 'halves' | 'crossed'>): boolean {
  return halves.length > 0 || crossed.length === 0;
}

function addChains(draft: CoverageDraft, chains: readonly Chain[], origin: 'cut' | 'kept'): { half: number; line: number; face: number }[] {
  const nodes = new Map<string, number>();
  const ofArcs = nodeFinder(draft, chains);
  const nodeAt = (x: number, y: number): number => {
    const k = key(x, y);
    const found = nodes.get(k) ?? ofArcs(x, y) ?? draft.addNode({ x, y, out: [], base: false, splits: [] });
    nodes.set(k, found);
    return found;
  };
  return chains.map(({ xy, line, face }) => {
    const from = nodeAt(xy[0]!, xy[1]!);
    const to = nodeAt(xy[xy.length - 2]!, xy[xy.length - 1]!);
    const id = draft.addArc({ from, to, left: face, right: face, xy: Int32Array.from(xy), origin, legal: null, matched: false, made: [] });
    draft.reorder(from, [...draft.node(from).out, 2 * id]);
    draft.reorder(to, [...draft.node(to).out, 2 * id + 1]);
    return { half: 2 * id, line, face };
  });
}

/** Finds nodes by place among the ends of the arcs round the chains' faces. */
function nodeFinder(draft: CoverageDraft, chains: readonly Chain[]): (x: number, y: number) => number | undefined {
  const found = new Map<string, number>();
  for (const face of new Set(chains.map((chain) => chain.face))) {
    for (const half of draft.halves(face)) {
      const id = draft.start(half);
      const node = draft.node(id);
      found.set(key(node.x, node.y), id);
    }
  }
  return (x, y) => found.get(key(x, y));
}

/** Arcs whose every edge a line runs along. */
function alongHalves(draft: CoverageDraft, soup: LocalSoup, split: ReadonlyMap<number, number[]>): LineHalf[] {
  const covered = new Map<string, { line: number; forward: boolean }>();
  for (const edge of soup.edges) {
    const use = edge.lines[0];
    if (!use || edge.arcs.length === 0) continue;
    covered.set(`${key(edge.x0, edge.y0)} ${key(edge.x1, edge.y1)}`, { line: use.line, forward: use.forward });
    covered.set(`${key(edge.x1, edge.y1)} ${key(edge.x0, edge.y0)}`, { line: use.line, forward: !use.forward });
  }
  if (covered.size === 0) return [];
  const ids = soup.arcs.flatMap((id) => split.get(id) ?? [id]).sort((p, q) => p - q);
  const halves: LineHalf[] = [];
  for (const id of ids) {
    const { xy } = draft.arc(id);
    let first: { line: number; forward: boolean } | undefined;
    let whole = true;
    for (let i = 0; i + 3 < xy.length && whole; i += 2) {
      const run = covered.get(`${key(xy[i]!, xy[i + 1]!)} ${key(xy[i + 2]!, xy[i + 3]!)}`);
      if (run) first ??= run;
      else whole = false;
    }
    if (whole && first) halves.push({ half: 2 * id + (first.forward ? 0 : 1), line: first.line, drawn: false });
  }
  return halves;
}
