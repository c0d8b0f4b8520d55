/**
 * Moves the boundary of two communities: the stretch between the ends of a path gives way to the path. Dragging, adding and
 * deleting a vertex are paths of two or three positions. Both sides follow; no third community and no legal line is touched.
 */
import { OUTSIDE_FACE } from '../../coverage/coverage.ts';
import { assignFaces } from '../../coverage/assign.ts';
import { cutLines, runsAlong } from '../../coverage/cut.ts';
import type { CoverageDraft } from '../../coverage/draft.ts';
import { redrawnFaces } from '../../coverage/redraw.ts';
import type { Command } from '../command.ts';
import { closeEdit, crossesItself, degreesOf, editables, lineInSteps, reject } from '../edit.ts';
import type { Plan } from '../plan.ts';
import { rejected, type Rejection, type Result } from '../rejection.ts';

export function reshape(plan: Plan, { communities, path }: Extract<Command, { type: 'reshape' }>): Result<Plan> {
  const units = editables(plan, communities);
  if (!units.ok) return units;
  const line = lineInSteps(path);
  if (!line.ok) return line;
  if (crossesItself(line.value)) return rejected('lineCrossesItself');
  return reshapeAlong(plan, units.value as [number, number], line.value);
}

export function reshapeAlong(plan: Plan, [a, b]: readonly [number, number], line: readonly number[]): Result<Plan> {
  const { coverage } = plan;
  const own = new Set([...coverage.facesOf.get(a), ...coverage.facesOf.get(b)]);
  const cut = cutLines(coverage, { lines: [line], origin: 'cut', mayCut: (face) => own.has(face) });
  if (!cut) return rejected('tooFine');
  const { draft } = cut;
  const strange = cut.crossed.find((face) => !own.has(face));
  if (strange !== undefined) return reject(crossing(plan, strange));
  const parents = new Set(cut.crossed.map((face) => coverage.faces.get(face)!.parent));
  if (parents.size > 1) return rejected('acrossLegalLine');
  for (const pieces of cut.pieces.values()) for (const piece of pieces) own.add(piece);
  const holder = (half: number): number => {
    const face = draft.left(half);
    return face !== OUTSIDE_FACE && own.has(face) ? draft.face(face).claimants[0]! : -1;
  };
  const isBoundary = (half: number) => (holder(half) === a && holder(half ^ 1) === b) || (holder(half) === b && holder(half ^ 1) === a);
  const path = inLineOrder(draft, cut.halves.map(({ half }) => half));
  if (!path) return rejected('notOnBoundary');
  while (path.length > 0 && isBoundary(path[0]!)) path.shift();
  while (path.length > 0 && isBoundary(path.at(-1)!)) path.pop();
  if (path.length === 0) return rejected(runsAlong(cut) ? 'lineAlongBoundary' : 'notOnBoundary', { at: degreesOf(line[0]!, line[1]!) });
  const from = draft.start(path[0]!);
  const to = draft.start(path.at(-1)! ^ 1);
  if (from === to) return rejected('lineDividesNothing');
  const stretch = shorter(boundaryWalk(draft, from, to, a, b, holder), boundaryWalk(draft, to, from, a, b, holder));
  if (!stretch) return rejected(sharesBoundary(draft, own, isBoundary) ? 'notOnBoundary' : 'noSharedBoundary', { at: degreesOf(line[0]!, line[1]!) });
  if (stretch.halves.some((half) => draft.arc(half >> 1).legal !== null)) return rejected('legalLine');
  // The path keeps the sides that the old stretch had.
  const [left, right] = stretch.forward ? [a, b] : [b, a];
  const changes = redrawnFaces(draft, [a, b], own, path.map((half) => ({ half, left, right })), new Set(stretch.halves.map((half) => half >> 1)));
  if (typeof changes === 'string') return rejected('lineCrossesItself', { at: degreesOf(line[0]!, line[1]!) });
  if (changes.size === 0) return rejected('nothingChanges');
  for (const [face, unit] of changes) assignFaces(draft, [face], [unit]);
  return closeEdit(plan, draft);
}

function crossing(plan: Plan, face: number): Rejection {
  if (face === OUTSIDE_FACE) return { code: 'acrossLegalLine' };
  const { claimants } = plan.coverage.faces.get(face)!;
  return { code: 'acrossThird', subjects: claimants.map((unit) => plan.units.get(unit).id) };
}

/** The halves end to end, from the one that none leads to; null when they do not hang together. */
function inLineOrder(draft: CoverageDraft, halves: readonly number[]): number[] | null {
  const byStart = new Map<number, number>();
  const ends = new Set<number>();
  for (const half of halves) {
    if (byStart.has(draft.start(half))) return null;
    byStart.set(draft.start(half), half);
    ends.add(draft.start(half ^ 1));
  }
  const starts = [...byStart.keys()].filter((node) => !ends.has(node));
  if (starts.length !== 1) return halves.length === 0 ? [] : null;
  const path: number[] = [];
  for (let half = byStart.get(starts[0]!); half !== undefined; half = byStart.get(draft.start(half ^ 1))) path.push(half);
  return path.length === halves.length ? path : null;
}

interface Walk {
  halves: number[];
  length: number;
  /** From the path's start to its end, with `a` on the left. */
  forward: boolean;
}

/** Along the boundary with a on the left and b on the right, from node to node; null when it does not lead there. */
function boundaryWalk(draft: CoverageDraft, from: number, to: number, a: number, b: number, holder: (half: number) => number): Omit<Walk, 'forward'> | null {
  const halves: number[] = [];
  const seen = new Set<number>();
  let length = 0;
  let node = from;
  while (node !== to) {
    const half = draft.node(node).out.find((each) => !seen.has(each) && holder(each) === a && holder(each ^ 1) === b);
    if (half === undefined) return null;
    seen.add(half);
    halves.push(half);
    const { xy } = draft.arc(half >> 1);
    for (let i = 0; i + 3 < xy.length; i += 2) length += Math.hypot(xy[i + 2]! - xy[i]!, xy[i + 3]! - xy[i + 1]!);
    node = draft.start(half ^ 1);
  }
  return { halves, length };
}

function shorter(there: Omit<Walk, 'forward'> | null, back: Omit<Walk, 'forward'> | null): Walk | null {
  if (there && (!back || there.length <= back.length)) return { ...there, forward: true };
  return back && { ...back, forward: false };
}

function sharesBoundary(draft: CoverageDraft, faces: ReadonlySet<number>, isBoundary: (half: number) => boolean): boolean {
  for (const face of faces) if (draft.findFace(face) && draft.halves(face).some(isBoundary)) return true;
  return false;
}
