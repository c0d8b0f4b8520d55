/** Joins communities that touch: into one of them, or into a new one. Several villages may become one community. */
import { assignFaces } from '../../coverage/assign.ts';
import { halvesOf, leftFace, type Coverage } from '../../coverage/coverage.ts';
import { CoverageDraft } from '../../coverage/draft.ts';
import type { Command } from '../command.ts';
import { isAsFiled } from '../asFiled.ts';
import { closeEdit, editables, freeName, newUnit } from '../edit.ts';
import type { Plan, Unit } from '../plan.ts';
import { rejected, type Result } from '../rejection.ts';

export function merge(plan: Plan, command: Extract<Command, { type: 'merge' }>): Result<Plan> {
  const found = editables(plan, command.communities);
  if (!found.ok) return found;
  const merged = found.value;
  if (merged.length < 2) return rejected('sameCommunity', { subjects: command.communities });
  if (command.into !== undefined && !command.communities.includes(command.into)) return rejected('unknownCommunity', { subjects: [command.into] });
  if (command.joinVillages === true) {
    const urban = merged.filter((unit) => plan.units.get(unit).kind !== 'rural');
    if (urban.length > 0) return rejected('notRural', { subjects: urban.map((unit) => plan.units.get(unit).id) });
  }
  const apart = notTouching(plan.coverage, merged);
  if (apart.length > 0) return rejected('notAdjacent', { subjects: apart.map((unit) => plan.units.get(unit).id) });

  const changes = new Map<number, Unit>();
  const old = command.into === undefined ? -1 : merged[command.communities.indexOf(command.into)]!;
  let target = old;
  let nextMark = plan.nextMark;
  const name = command.name === undefined && old >= 0 ? null : freeName(plan, command.name ?? '', merged);
  if (name && !name.ok) return name;
  if (old >= 0) {
    const unit = plan.units.get(old);
    changes.set(old, { ...unit, name: name?.value ?? unit.name, kind: command.kind ?? unit.kind });
  } else {
    const largest = [...merged].sort((p, q) => areaOf(plan.coverage, q) - areaOf(plan.coverage, p) || p - q)[0]!;
    const { subdistrict, kind } = plan.units.get(largest);
    const made = newUnit(plan, name!.value, { subdistrict, kind: command.kind ?? kind });
    target = made.index;
    changes.set(target, made.unit);
    nextMark++;
  }
  const ended = merged.filter((unit) => unit !== target);
  for (const unit of ended) changes.set(unit, { ...plan.units.get(unit), abolished: true });
  const draft = new CoverageDraft(plan.coverage);
  for (const unit of ended) assignFaces(draft, plan.coverage.facesOf.get(unit), [target]);
  inheritClaims(draft, ended, target);
  return closeEdit(plan, draft, {
    units: plan.units.with(changes), nextMark,
    lineage: [...plan.lineage, { kind: 'merged', from: merged, to: [target], asFiled: merged.filter((unit) => isAsFiled(plan, unit)) }],
    given: plan.given.map((each) => (each.mergedAt === undefined && merged.includes(each.unit) ? { ...each, mergedAt: plan.lineage.length } : each)),
    attachments: plan.attachments.map((each) => (ended.includes(each.community) ? { ...each, community: target } : each)),
  }, ended);
}

/** Ground that the ended ones contested is contested by their heir; what they contested only among themselves is the heir's. */
function inheritClaims(draft: CoverageDraft, ended: readonly number[], target: number): void {
  for (const face of draft.origin.unsettled) {
    const { claimants } = draft.face(face);
    if (!claimants.some((unit) => ended.includes(unit))) continue;
    const heirs = new Set(claimants.map((unit) => (ended.includes(unit) ? target : unit)));
    assignFaces(draft, [face], [...heirs].sort((p, q) => p - q));
  }
}

function areaOf(coverage: Coverage, unit: number): number {
  return coverage.facesOf.get(unit).reduce((sum, face) => sum + coverage.faces.get(face)!.areaSquareMetres, 0);
}

/** Communities that no chain of shared boundaries joins to the first; ground that they contest among themselves joins them, too. A unit without ground of its own touches nobody. */
function notTouching(coverage: Coverage, units: readonly number[]): number[] {
  const left = new Set(units);
  const seen = new Set<number>();
  const queue: number[] = [];
  const reach = (face: number): void => {
    const { claimants } = coverage.faces.get(face)!;
    if (seen.has(face) || claimants.length === 0 || !claimants.every((unit) => units.includes(unit))) return;
    seen.add(face);
    queue.push(face);
    for (const unit of claimants) if (left.delete(unit)) coverage.facesOf.get(unit).forEach(reach);
  };
  coverage.facesOf.get(units[0]!).forEach(reach);
  for (let face = queue.pop(); face !== undefined && left.size > 0; face = queue.pop()) {
    for (const half of halvesOf(coverage, face)) reach(leftFace(coverage, half ^ 1));
  }
  return units.filter((unit) => left.has(unit) && unit !== units[0]);
}
