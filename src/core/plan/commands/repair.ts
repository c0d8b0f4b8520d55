/** Settles gaps, overlaps and ground beyond the parent as decided before, and puts in vertices that neighbours have. */
import { assignFaces, healChanged } from '../../coverage/assign.ts';
import { faceOf, halvesOf, leftFace, OUTSIDE_FACE, type Coverage } from '../../coverage/coverage.ts';
import { faceAt } from '../../coverage/faceAt.ts';
import { CoverageDraft } from '../../coverage/draft.ts';
import { stepsOfPlace } from '../../coverage/insidePoint.ts';
import type { Command } from '../command.ts';
import type { Plan } from '../plan.ts';
import { done, rejected, type RejectionCode, type Result } from '../rejection.ts';

export type RepairCommand = Extract<Command, { type: 'repair' }>;

export function repair(plan: Plan, command: RepairCommand): Result<Plan> {
  const { coverage } = plan;
  const unitOf = unitsById(plan);
  for (const id of [...command.match, ...command.faces.flatMap(({ to }) => to ?? [])]) {
    const unit = unitOf.get(id);
    if (unit === undefined) return rejected('unknownCommunity', { subjects: [id] });
    if (plan.units.get(unit).abolished) return rejected('abolished', { subjects: [id] });
  }
  const gifts = new Map<number, number | null>();
  for (const { at, to } of command.faces) {
    const face = faceAt(coverage, ...stepsOfPlace(at));
    if (face === OUTSIDE_FACE) return rejected('noGround', { at });
    const taker = to === null ? null : unitOf.get(to)!;
    if (gifts.has(face) && gifts.get(face) !== taker) return rejected('groundTaken', { at });
    gifts.set(face, taker);
    const { claimants } = faceOf(coverage, face);
    const locked = [...claimants.filter((unit) => unit !== taker), ...(taker === null || claimants.includes(taker) ? [] : [taker])].find((unit) => plan.units.get(unit).locked);
    if (locked !== undefined) return rejected('locked', { subjects: [plan.units.get(locked).id], at });
  }
  for (const [face, taker] of gifts) if (taker === null ? faceOf(coverage, face).claimants.length === 0 : isHeldBy(coverage, face, taker)) gifts.delete(face);
  for (const { at, to } of command.faces) {
    const face = faceAt(coverage, ...stepsOfPlace(at));
    const code = to === null || !gifts.has(face) ? null : unreached(coverage, face, unitOf.get(to)!, gifts);
    if (code !== null) return rejected(code, { subjects: [to!], at });
  }

  const draft = new CoverageDraft(coverage);
  const touched = new Set(command.match.map((id) => unitOf.get(id)!));
  for (const [face, taker] of gifts) {
    for (const unit of [...faceOf(coverage, face).claimants, ...(taker === null ? [] : [taker])]) touched.add(unit);
    assignFaces(draft, [face], taker === null ? [] : [taker]);
  }
  const contested = contestedOf(coverage, touched);
  for (const unit of [...touched].sort((p, q) => p - q)) {
    const before = [...facesHeld(coverage, unit), ...(contested.get(unit) ?? [])];
    if (before.length > 0 && !before.some((face) => draft.face(face).claimants.includes(unit)) && ![...gifts.values()].includes(unit)) {
      return rejected('emptiesCommunity', { subjects: [plan.units.get(unit).id] });
    }
  }
  const matched = markMatched(draft, touched, contested, gifts);
  if (gifts.size === 0 && matched === 0) return rejected('nothingChanges');
  healChanged(draft);
  return done({ ...plan, coverage: draft.finish() });
}

function unitsById({ units }: Plan): Map<string, number> {
  const found = new Map<string, number>();
  let index = 0;
  for (const { id } of units) found.set(id, index++);
  return found;
}

function isHeldBy(coverage: Coverage, face: number, unit: number): boolean {
  const { claimants } = faceOf(coverage, face);
  return claimants.length === 1 && claimants[0] === unit;
}

function facesHeld(coverage: Coverage, unit: number): readonly number[] {
  return unit < coverage.facesOf.length ? coverage.facesOf.get(unit) : [];
}

function contestedOf(coverage: Coverage, units: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const face of coverage.unsettled) {
    for (const unit of faceOf(coverage, face).claimants) if (units.has(unit)) found.set(unit, [...(found.get(unit) ?? []), face]);
  }
  return found;
}

/** Ground that a unit did not claim must join its own, over faces that it is given too, and not across a legal line. */
function unreached(coverage: Coverage, face: number, unit: number, gifts: ReadonlyMap<number, number | null>): RejectionCode | null {
  if (faceOf(coverage, face).claimants.includes(unit)) return null;
  const seen = new Set([face]);
  const queue = [face];
  let acrossLegal = false;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const half of halvesOf(coverage, at)) {
      const beyond = leftFace(coverage, half ^ 1);
      if (beyond === OUTSIDE_FACE || seen.has(beyond)) continue;
      const given = gifts.get(beyond) === unit;
      const own = !gifts.has(beyond) && faceOf(coverage, beyond).claimants.includes(unit);
      if (!given && !own) continue;
      if (coverage.arcs.get(half >> 1)!.legal !== null) {
        acrossLegal = true;
        continue;
      }
      if (own || faceOf(coverage, beyond).claimants.includes(unit)) return null;
      seen.add(beyond);
      queue.push(beyond);
    }
  }
  return acrossLegal ? 'acrossLegalLine' : 'notAdjacent';
}

/** Arcs round all ground of these units are written as they stand. Gives how many were not before. */
function markMatched(draft: CoverageDraft, units: ReadonlySet<number>, contested: ReadonlyMap<number, readonly number[]>, gifts: ReadonlyMap<number, number | null>): number {
  const faces = new Set(gifts.keys());
  for (const unit of units) for (const face of [...facesHeld(draft.origin, unit), ...(contested.get(unit) ?? [])]) faces.add(face);
  let count = 0;
  for (const face of faces) {
    for (const half of draft.halves(face)) {
      const arc = draft.arc(half >> 1);
      if (arc.matched) continue;
      draft.setArc(half >> 1, { ...arc, matched: true });
      count++;
    }
  }
  return count;
}
