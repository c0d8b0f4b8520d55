/** Whether a command of a type can be given at all with these communities chosen: by trying it, where it needs nothing more. */
import { partsOf } from '../../core/coverage/shape.ts';
import { applyCommand } from '../../core/plan/apply.ts';
import type { CommandType } from '../../core/plan/command.ts';
import { editable, findUnit } from '../../core/plan/edit.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Rejection, Result } from '../../core/plan/rejection.ts';

/** No community bears it: a trial must not fail for its name. */
const TRIAL_NAME = '\u2060';

export function rejectionOf(plan: Plan, type: CommandType, communities: readonly string[]): Rejection | null {
  const [first] = communities;
  switch (type) {
    case 'merge': return reason(applyCommand(plan, { type, communities, name: TRIAL_NAME }));
    case 'convertVillage': return first === undefined ? nothingChosen() : reason(applyCommand(plan, { type, community: first }));
    case 'handOver': return first === undefined ? nothingChosen() : handOver(plan, first);
    case 'lock': return communities.length === 0 ? nothingChosen() : unknown(plan, communities);
    case 'rename': case 'split': case 'splitByGround': case 'attach': case 'countPart':
      return first === undefined ? nothingChosen() : reason(editable(plan, first));
    case 'reshape': case 'assign': case 'cut': case 'moveVertex': return communities.map((id) => reason(editable(plan, id))).find((each) => each !== null) ?? null;
    case 'declareException': return communities.length === 0 ? nothingChosen() : unknown(plan, communities);
    case 'form': case 'declareGround': return plan.coverage.unsettled.some((face) => plan.coverage.faces.get(face)!.claimants.length === 0) ? null : { code: 'noGround' };
    case 'endAttachment': return plan.attachments.length > 0 ? null : { code: 'unknownAttachment' };
    case 'withdrawException': return plan.exceptions.length > 0 ? null : { code: 'unknownException' };
    case 'giveFact': case 'setApproval': return first === undefined ? nothingChosen() : unknown(plan, [first]);
    case 'restoreRule': return plan.ruleChanges.length > 0 ? null : { code: 'unknownRule' };
    case 'moveFacility': case 'removeFacility': return plan.facilities.length > 0 ? null : { code: 'unknownFacility' };
    case 'repair': case 'changeRule': case 'placeFacility': return null;
  }
}

function reason(result: Result<unknown>): Rejection | null {
  return result.ok ? null : result.rejection;
}

function nothingChosen(): Rejection {
  return { code: 'unknownCommunity', subjects: [] };
}

function unknown(plan: Plan, communities: readonly string[]): Rejection | null {
  const missing = communities.filter((id) => findUnit(plan, id) < 0);
  return missing.length > 0 ? { code: 'unknownCommunity', subjects: missing } : null;
}

function handOver(plan: Plan, id: string): Rejection | null {
  const unit = editable(plan, id);
  if (!unit.ok) return unit.rejection;
  return partsOf(plan.coverage, plan.coverage.facesOf.get(unit.value)).length > 1 ? null : { code: 'notAPiece', subjects: [id] };
}

