/** Commands that give ground away: to a community, out of one, out of nobody's hands. */
import { assignFaces } from '../../coverage/assign.ts';
import { faceAt } from '../../coverage/faceAt.ts';
import { CoverageDraft } from '../../coverage/draft.ts';
import { partsOf } from '../../coverage/shape.ts';
import { STEPS_PER_DEGREE } from '../../geo/coordinates.ts';
import type { Command, GroundRef } from '../command.ts';
import { closeEdit, editable, findUnit, freeName, newUnit, takeGround } from '../edit.ts';
import type { Plan } from '../plan.ts';
import { done, rejected, type Result } from '../rejection.ts';

export function assign(plan: Plan, command: Extract<Command, { type: 'assign' }>): Result<Plan> {
  const to = command.to === null ? done(-1) : editable(plan, command.to);
  if (!to.ok) return to;
  const from = command.from?.map((id) => (id === null ? -1 : findUnit(plan, id)));
  if (from && command.from?.some((id, k) => id !== null && from[k]! < 0)) return rejected('unknownCommunity', { subjects: command.from.filter((id, k): id is string => id !== null && from[k]! < 0) });
  const { coverage, units } = plan;
  const mayTake = (face: number): boolean => {
    const { claimants } = coverage.faces.get(face)!;
    if (claimants.some((unit) => units.get(unit).locked || units.get(unit).role === 'declared')) return false;
    if (!from) return true;
    return claimants.length === 0 ? from.includes(-1) : claimants.every((unit) => from.includes(unit));
  };
  const ground = takeGround(coverage, command.ground, mayTake);
  if (!ground.ok) return ground;
  const { draft, faces, denied } = ground.value;
  const wanted = to.value < 0 ? [] : [to.value];
  const changing = faces.filter((face) => String(draft.face(face).claimants) !== String(wanted));
  if (changing.length === 0) return nothingTaken(plan, draft, denied, from !== undefined);
  assignFaces(draft, changing, wanted);
  return closeEdit(plan, draft);
}

function nothingTaken(plan: Plan, draft: CoverageDraft, denied: readonly number[], filtered: boolean): Result<Plan> {
  for (const face of denied) {
    for (const unit of draft.face(face).claimants) {
      const { locked, role, id } = plan.units.get(unit);
      if (locked) return rejected('locked', { subjects: [id] });
      if (role === 'declared') return rejected('notACommunity', { subjects: [id] });
    }
  }
  return rejected(filtered && denied.length > 0 ? 'groundNotOfCommunity' : 'nothingChanges');
}

export function splitByGround(plan: Plan, command: Extract<Command, { type: 'splitByGround' }>): Result<Plan> {
  const community = editable(plan, command.community);
  if (!community.ok) return community;
  if (command.parts.length === 0) return rejected('noGround');
  const unit = community.value;
  const { kind, subdistrict } = plan.units.get(unit);
  let now = plan;
  const made: number[] = [];
  for (const part of command.parts) {
    const name = freeName(now, part.name);
    if (!name.ok) return name;
    const { coverage } = now;
    const ground = takeGround(coverage, part.ground, (face) => String(coverage.faces.get(face)!.claimants) === String([unit]));
    if (!ground.ok) return ground;
    if (ground.value.faces.length === 0) return rejected('groundNotOfCommunity', { subjects: [command.community] });
    const fresh = newUnit(now, name.value, { kind, subdistrict });
    assignFaces(ground.value.draft, ground.value.faces, [fresh.index]);
    const next = closeEdit(now, ground.value.draft, { units: now.units.with(new Map([[fresh.index, fresh.unit]])), nextMark: now.nextMark + 1 });
    if (!next.ok) return next;
    now = next.value;
    made.push(fresh.index);
  }
  return done({ ...now, lineage: [...plan.lineage, { kind: 'split', from: [unit], to: [unit, ...made] }] });
}

export function handOver(plan: Plan, command: Extract<Command, { type: 'handOver' }>): Result<Plan> {
  const from = editable(plan, command.community);
  if (!from.ok) return from;
  const to = editable(plan, command.to);
  if (!to.ok) return to;
  if (from.value === to.value) return rejected('sameCommunity', { subjects: [command.to] });
  const { coverage } = plan;
  const parts = partsOf(coverage, coverage.facesOf.get(from.value));
  const face = faceAt(coverage, command.at[0] * STEPS_PER_DEGREE, command.at[1] * STEPS_PER_DEGREE);
  const part = parts.find((faces) => faces.includes(face));
  if (!part) return rejected('groundNotOfCommunity', { subjects: [command.community], at: command.at });
  if (parts.length < 2) return rejected('notAPiece', { subjects: [command.community] });
  const draft = new CoverageDraft(coverage);
  assignFaces(draft, part, [to.value]);
  return closeEdit(plan, draft);
}

export function form(plan: Plan, command: Extract<Command, { type: 'form' }>): Result<Plan> {
  const name = freeName(plan, command.name);
  if (!name.ok) return name;
  const made = newUnit(plan, name.value, { kind: command.kind ?? null, subdistrict: command.subdistrict ?? null });
  const ground = unmanaged(plan, command.ground);
  if (!ground.ok) return ground;
  assignFaces(ground.value.draft, ground.value.faces, [made.index]);
  return closeEdit(plan, ground.value.draft, {
    units: plan.units.with(new Map([[made.index, made.unit]])), nextMark: plan.nextMark + 1,
    lineage: [...plan.lineage, { kind: 'formed', from: [], to: [made.index] }],
  });
}

export function declareGround(plan: Plan, command: Extract<Command, { type: 'declareGround' }>): Result<Plan> {
  if (command.groundKind.trim() === '') return rejected('noReason');
  const name = command.name.trim() === '' ? command.groundKind.trim() : command.name.trim();
  const made = newUnit(plan, name, { role: 'declared', groundKind: command.groundKind.trim() });
  const ground = unmanaged(plan, command.ground);
  if (!ground.ok) return ground;
  assignFaces(ground.value.draft, ground.value.faces, [made.index]);
  return closeEdit(plan, ground.value.draft, { units: plan.units.with(new Map([[made.index, made.unit]])), nextMark: plan.nextMark + 1 });
}

/** Ground that nobody holds and that lies within the parent's line. */
export function unmanaged(plan: Plan, refs: readonly GroundRef[]): Result<{ draft: CoverageDraft; faces: number[] }> {
  const { coverage } = plan;
  const ground = takeGround(coverage, refs, (face) => coverage.faces.get(face)!.claimants.length === 0);
  if (!ground.ok) return ground;
  const { draft, faces, denied } = ground.value;
  if (faces.length > 0) return done({ draft, faces });
  if (denied.length === 0) return rejected('noGround');
  return rejected('groundTaken', { subjects: draft.face(denied[0]!).claimants.map((unit) => plan.units.get(unit).id) });
}
