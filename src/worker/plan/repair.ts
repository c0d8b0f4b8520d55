/** What a repair would do, before it is done: who takes what, whose area changes by how much, and the proof. */
import type { CheckResult, DefectClass } from '../../core/coverage/defect.ts';
import { DEFECT_CLASSES } from '../../core/coverage/defect.ts';
import type { Command } from '../../core/plan/command.ts';
import { findUnit } from '../../core/plan/edit.ts';
import { changedUnits } from '../../core/plan/fates.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Result } from '../../core/plan/rejection.ts';
import { DEFAULT_REPAIR_OPTIONS, proposeRepair, repairCommandOf } from '../../core/plan/repair/propose.ts';
import type { RepairPreview, RepairRequest } from '../planProtocol.ts';
import { draftLayers } from './overlay.ts';

export function previewRepair(
  plan: Plan, { defects }: CheckResult, { choices, classes, rule, accepted }: RepairRequest,
  attempt: (command: Command) => Result<Plan>, rewrittenIn: (plan: Plan) => readonly number[], parentSquareMetres: number | null,
): RepairPreview {
  const wanted = new Set<DefectClass>(DEFECT_CLASSES.filter((name) => classes.includes(name)));
  const proposals = proposeRepair(plan, defects, {
    ...DEFAULT_REPAIR_OPTIONS, rule, classes: wanted, accepted: new Set(accepted),
    choices: new Map(choices.map(({ defect, to }) => [defect, to === null ? null : findUnit(plan, to)])),
  });
  const command = repairCommandOf(plan, proposals);
  const result = command && attempt(command);
  const after = result?.ok ? result.value : plan;
  const units = [...changedUnits(plan, after)].sort((p, q) => p - q);
  const communities = [...plan.units].filter(({ role, abolished }) => role === 'community' && !abolished).length;
  // Against the files: what would not be written as it was read.
  const rewritten = rewrittenIn(after).filter((unit) => after.units.get(unit).role === 'community').length;
  const nothing = new Uint8Array(new TextEncoder().encode('{"type":"FeatureCollection","features":[]}')).buffer;
  return {
    command: result?.ok ? command : null,
    repaired: proposals.repaired.map(({ defect, to, reason }) => ({ defect, to: to === null ? null : plan.units.get(to).id, reason })),
    left: proposals.left,
    areas: units.map((unit) => ({ unit, name: plan.units.get(unit).name, beforeSquareMetres: areaOf(plan, unit), afterSquareMetres: areaOf(after, unit) })),
    proof: { ...proofOf(after), parentSquareMetres },
    unitsChanged: rewritten, unitsUntouched: communities - rewritten,
    movedGeoJson: result?.ok ? draftLayers(plan, after).movedGeoJson : nothing,
  };
}

/** Ground that it holds alone, m². */
function areaOf({ coverage }: Plan, unit: number): number {
  return coverage.facesOf.get(unit).reduce((sum, face) => sum + coverage.faces.get(face)!.areaSquareMetres, 0);
}

function proofOf({ coverage, units }: Plan): Omit<RepairPreview['proof'], 'parentSquareMetres'> {
  const proof = { unitsSquareMetres: 0, declaredSquareMetres: 0, contestedSquareMetres: 0, unassignedSquareMetres: 0 };
  let id = -1;
  for (const face of coverage.faces) {
    id++;
    if (!face || id === 0) continue;
    if (face.claimants.length > 1) proof.contestedSquareMetres += face.areaSquareMetres;
    else if (face.claimants.length === 0) proof.unassignedSquareMetres += face.inParent ? face.areaSquareMetres : 0;
    else if (units.get(face.claimants[0]!).role === 'declared') proof.declaredSquareMetres += face.areaSquareMetres;
    else proof.unitsSquareMetres += face.areaSquareMetres;
  }
  return proof;
}
