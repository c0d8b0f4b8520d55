/** Settles gaps and overlaps as they were chosen: each face to the unit named, or to nobody where it lies beyond the parent. */
import { assignFaces } from '../../coverage/assign.ts';
import { OUTSIDE_FACE } from '../../coverage/coverage.ts';
import { faceAt } from '../../coverage/cut.ts';
import { CoverageDraft } from '../../coverage/draft.ts';
import { STEPS_PER_DEGREE } from '../../geo/coordinates.ts';
import type { Command } from '../command.ts';
import { closeEdit, findUnit } from '../edit.ts';
import type { Plan } from '../plan.ts';
import { rejected, type Result } from '../rejection.ts';

export function repair(plan: Plan, { faces, match }: Extract<Command, { type: 'repair' }>): Result<Plan> {
  const draft = new CoverageDraft(plan.coverage);
  const rewritten = new Set<number>();
  for (const { at, to } of faces) {
    const face = faceAt(plan.coverage, at[0] * STEPS_PER_DEGREE, at[1] * STEPS_PER_DEGREE);
    if (face === OUTSIDE_FACE) return rejected('noGround', { at });
    const unit = to === null ? -1 : findUnit(plan, to);
    if (to !== null && unit < 0) return rejected('unknownCommunity', { subjects: [to] });
    for (const each of [...draft.face(face).claimants, ...(unit < 0 ? [] : [unit])]) {
      if (plan.units.get(each).locked) return rejected('locked', { subjects: [plan.units.get(each).id] });
    }
    assignFaces(draft, [face], unit < 0 ? [] : [unit]);
  }
  for (const id of match) {
    const unit = findUnit(plan, id);
    if (unit < 0) return rejected('unknownCommunity', { subjects: [id] });
    rewritten.add(unit);
  }
  for (const unit of rewritten) {
    for (const face of plan.coverage.facesOf.get(unit)) {
      for (const half of draft.halves(face)) {
        const arc = draft.arc(half >> 1);
        if (!arc.matched) draft.setArc(half >> 1, { ...arc, matched: true });
      }
    }
  }
  if (draft.changedFaces().length === 0 && draft.changedArcs().length === 0) return rejected('nothingChanges');
  return closeEdit(plan, draft);
}
