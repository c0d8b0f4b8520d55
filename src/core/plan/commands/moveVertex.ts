/** Moves a vertex, also one where three or more communities meet: every boundary that ends there follows. */
import { holderOf } from '../../coverage/boundary.ts';
import { leftFace, OUTSIDE_FACE } from '../../coverage/coverage.ts';
import { assignFaces } from '../../coverage/assign.ts';
import { cutLines } from '../../coverage/cut.ts';
import type { CoverageDraft } from '../../coverage/draft.ts';
import { facesNear } from '../../coverage/faceIndex.ts';
import { redrawnFaces, type SidedArc } from '../../coverage/redraw.ts';
import type { Command } from '../command.ts';
import { closeEdit, degreesOf, lineInSteps } from '../edit.ts';
import type { Plan } from '../plan.ts';
import { rejected, type Result } from '../rejection.ts';
import { reshapeAlong } from './reshape.ts';

/** An edge that leaves the vertex: where to, whose ground on either side, looking outwards. */
interface Spoke {
  /** Half-arc that it runs along, outwards. */
  half: number;
  x: number;
  y: number;
  left: number;
  right: number;
  legal: boolean;
}

export function moveVertex(plan: Plan, command: Extract<Command, { type: 'moveVertex' }>): Result<Plan> {
  const ends = lineInSteps([command.from, command.to]);
  if (!ends.ok) return ends.rejection.code === 'lineTooShort' ? rejected('nothingChanges') : ends;
  const [x, y, toX, toY] = ends.value as [number, number, number, number];
  const found = spokesAt(plan, x, y);
  if (found.length === 0) return rejected('noVertex', { at: command.from });
  if (found.some(({ legal }) => legal)) return rejected('legalLine', { at: command.from });
  const spokes = found.filter(({ left, right }) => left !== right).map((spoke) => toItsEnd(plan, spoke, [x, y]));
  const units = [...new Set(spokes.flatMap(({ left, right }) => [left, right]))];
  if (units.some((unit) => unit < 0)) return rejected('acrossThird', { at: command.from });
  for (const unit of units) {
    const { locked, id, role } = plan.units.get(unit);
    if (locked) return rejected('locked', { subjects: [id] });
    if (role !== 'community') return rejected('notACommunity', { subjects: [id] });
  }
  if (spokes.length < 2) return rejected('noSharedBoundary', { at: command.from });
  if (spokes.length === 2) {
    const [p, q] = spokes as [Spoke, Spoke];
    return reshapeAlong(plan, [p.left, p.right], [p.x, p.y, toX, toY, q.x, q.y]);
  }
  return moveJunction(plan, units, spokes, { x, y, toX, toY });
}

function moveJunction(plan: Plan, units: readonly number[], spokes: readonly Spoke[], { x, y, toX, toY }: { x: number; y: number; toX: number; toY: number }): Result<Plan> {
  const { coverage } = plan;
  const own = new Set(units.flatMap((unit) => [...coverage.facesOf.get(unit)]));
  const lines = spokes.map((spoke) => [toX, toY, spoke.x, spoke.y]).filter(([a, b, c, d]) => a !== c || b !== d);
  const kept = spokes.filter((spoke) => spoke.x !== toX || spoke.y !== toY);
  const cut = cutLines(coverage, { lines, origin: 'cut', mayCut: (face) => own.has(face) });
  if (!cut) return rejected('tooFine');
  const strange = cut.crossed.find((face) => !own.has(face));
  if (strange !== undefined) return rejected(strange === OUTSIDE_FACE ? 'acrossLegalLine' : 'acrossThird');
  if (new Set(cut.crossed.map((face) => coverage.faces.get(face)!.parent)).size > 1) return rejected('acrossLegalLine');
  const { draft } = cut;
  for (const pieces of cut.pieces.values()) for (const piece of pieces) own.add(piece);
  const drawn: SidedArc[] = cut.halves.map(({ half, line }) => ({ half, left: kept[line]!.left, right: kept[line]!.right }));
  const released = releasedArcs(draft, own, [x, y], spokes, new Set(cut.halves.filter((each) => each.drawn).map(({ half }) => half >> 1)));
  // What the new edges run along stands, with the sides that they say.
  for (const { half } of drawn) released.delete(half >> 1);
  const changes = redrawnFaces(draft, units, own, drawn, released);
  if (typeof changes === 'string') return rejected('lineCrossesItself', { at: degreesOf(toX, toY) });
  if (changes.size === 0) return rejected('nothingChanges');
  for (const [face, unit] of changes) assignFaces(draft, [face], [unit]);
  return closeEdit(plan, draft);
}

/** Beyond places where an older line of the same ground only crosses it: there the edge goes straight on. */
function toItsEnd({ coverage }: Plan, spoke: Spoke, [x, y]: readonly [number, number]): Spoke {
  let at = spoke;
  for (;;) {
    const arc = coverage.arcs.get(at.half >> 1)!;
    const id = (at.half & 1) === 0 ? arc.to : arc.from;
    const node = coverage.nodes.get(id)!;
    if (node.base || node.x !== at.x || node.y !== at.y) return at;
    const onward = node.out.filter((each) => each !== (at.half ^ 1) && holderOf(coverage, leftFace(coverage, each)) !== holderOf(coverage, leftFace(coverage, each ^ 1)));
    if (onward.length !== 1) return at;
    const next = coverage.arcs.get(onward[0]! >> 1)!;
    const { xy } = next;
    const [nextX, nextY] = (onward[0]! & 1) === 0 ? [xy[2]!, xy[3]!] : [xy[xy.length - 4]!, xy[xy.length - 3]!];
    const [dx, dy] = [nextX - x, nextY - y];
    const isStraight = Math.abs(dx * (at.y - y) - dy * (at.x - x)) <= 2 * Math.hypot(dx, dy) && dx * (at.x - x) + dy * (at.y - y) > 0;
    if (!isStraight || next.legal !== null) return at;
    at = { ...spoke, half: onward[0]!, x: nextX, y: nextY };
  }
}

/** The old boundaries from the vertex to the first one on each, in as many pieces as the new edges cut them into. */
function releasedArcs(draft: CoverageDraft, own: ReadonlySet<number>, [x, y]: readonly [number, number], spokes: readonly Spoke[], fresh: ReadonlySet<number>): Set<number> {
  const ends = new Set(spokes.map((spoke) => `${spoke.x},${spoke.y}`));
  const released = new Set<number>();
  const holder = (half: number): number => {
    const { claimants } = draft.face(draft.left(half));
    return claimants.length === 1 ? claimants[0]! : -1;
  };
  const release = (first: number): void => {
    const pieces: number[] = [];
    for (let half: number | undefined = first; half !== undefined;) {
      pieces.push(half >> 1);
      const back: number = half ^ 1;
      const node = draft.node(draft.start(back));
      if (ends.has(`${node.x},${node.y}`)) {
        for (const piece of pieces) released.add(piece);
        return;
      }
      // Inside an edge the boundary goes on in one way, but for the new edges.
      const onward: number[] = node.out.filter((each) => each !== back && !fresh.has(each >> 1) && holder(each) !== holder(each ^ 1));
      half = onward.length === 1 ? onward[0] : undefined;
    }
  };
  for (const face of own) {
    if (!draft.findFace(face)) continue;
    for (const half of draft.halves(face)) {
      const start = draft.node(draft.start(half));
      if (start.x === x && start.y === y && !fresh.has(half >> 1) && holder(half) !== holder(half ^ 1)) release(half);
    }
  }
  return released;
}

/** Edges at a vertex, counter-clockwise or not: each with the units on its sides, -1 where nobody or several hold the ground. */
function spokesAt(plan: Plan, x: number, y: number): Spoke[] {
  const { coverage } = plan;
  const arcs = new Set<number>();
  for (const face of facesNear(coverage.index, [x, y, x, y])) {
    const { box, loops } = coverage.faces.get(face)!;
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
    for (const loop of loops) {
      let half = loop;
      do {
        arcs.add(half >> 1);
        half = nextOf(half);
      } while (half !== loop);
    }
  }
  const holder = (face: number): number => {
    const { claimants } = coverage.faces.get(face)!;
    return claimants.length === 1 && face !== OUTSIDE_FACE ? claimants[0]! : -1;
  };
  const spokes: Spoke[] = [];
  for (const id of [...arcs].sort((p, q) => p - q)) {
    const { xy, left, right, legal } = coverage.arcs.get(id)!;
    for (let i = 0; i < xy.length; i += 2) {
      if (xy[i] !== x || xy[i + 1] !== y) continue;
      if (i + 3 < xy.length) spokes.push({ half: 2 * id, x: xy[i + 2]!, y: xy[i + 3]!, left: holder(left), right: holder(right), legal: legal !== null });
      if (i > 0) spokes.push({ half: 2 * id + 1, x: xy[i - 2]!, y: xy[i - 1]!, left: holder(right), right: holder(left), legal: legal !== null });
    }
  }
  return spokes;

  function nextOf(half: number): number {
    const arc = coverage.arcs.get(half >> 1)!;
    const { out } = coverage.nodes.get((half & 1) === 0 ? arc.to : arc.from)!;
    return out[(out.indexOf(half ^ 1) + out.length - 1) % out.length]!;
  }
}
