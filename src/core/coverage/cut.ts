/**
 * Cuts faces by lines. A line may start and end anywhere, touch vertices, run along arcs: what divides a face becomes arcs,
 * what hangs loose is dropped. Arcs keep their shape but for the vertices that the line puts into them.
 */
import { OUTSIDE_FACE, type Arc, type Coverage, type SplitEdge } from './coverage.ts';
import { CoverageDraft } from './draft.ts';
import { followEdges } from './followEdges.ts';
import { localSoup, type LocalEdge, type LocalSoup } from './localSoup.ts';
import { inRing } from './ringMeasure.ts';
import { wholeEdge } from './splitEdge.ts';

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
  const chains = chainsOf(soup, anchors);
  for (const chain of chains) chain.face = faceByAnchor(chain, anchors) ?? -1;
  spreadFaces(chains, anchors, coverage);
  const crossed = [...new Set(chains.map(({ face }) => face))].sort((p, q) => p - q);
  const kept = withoutLoose(chains.filter(({ face }) => face !== OUTSIDE_FACE && mayCut(face)), anchors);
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

interface Anchor {
  x: number;
  y: number;
  /** Edges of arcs that leave here: where to, and the face on their left. */
  spokes: { x: number; y: number; left: number }[];
}

interface Chain {
  /** Interleaved, the line's way. */
  xy: number[];
  line: number;
  face: number;
}

type Anchors = Map<string, Anchor>;

const key = (x: number, y: number) => `${x},${y}`;

/** Points that lie on arcs. Null where a vertex of one arc has come to lie inside another. */
function anchorsOf(soup: LocalSoup, coverage: Coverage): Anchors | null {
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

/** The face that holds a point, steps; the outside where none does. */
export function faceAt(coverage: Coverage, x: number, y: number): number {
  const { index } = coverage;
  const column = Math.floor((x - index.west) / index.cell);
  const row = Math.floor((y - index.south) / index.cell);
  if (column < 0 || row < 0 || column >= index.columns || row >= index.rows) return OUTSIDE_FACE;
  for (const id of index.cells.get(row * index.columns + column)) {
    const face = coverage.faces.get(id)!;
    if (x < face.box[0] || x > face.box[2] || y < face.box[1] || y > face.box[3]) continue;
    const draft = new CoverageDraft(coverage);
    let inside = false;
    for (const loop of face.loops) if (inRing(draft.ring(draft.loop(loop)), x, y)) inside = !inside;
    if (inside) return id;
  }
  return OUTSIDE_FACE;
}

function endKeys({ xy }: Chain): [string, string] {
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

/** Splits the arcs where chains end on them, and puts nodes there. Gives the pieces of each arc that was split. */
function splitArcs(draft: CoverageDraft, soup: LocalSoup, chains: readonly Chain[], anchors: Anchors): Map<number, number[]> {
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

function reversed(xy: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = xy.length - 2; i >= 0; i -= 2) out.push(xy[i]!, xy[i + 1]!);
  return out;
}
