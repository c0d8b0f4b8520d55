/** Commits a command to the open scenario: one undo step. True when it was carried out. */
import type { Command } from '../../core/plan/command.ts';
import { askPlan } from '../plan/askPlan.ts';
import { useOperator } from '../plan/operator.ts';
import { usePlan } from '../plan/plan.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { useRecovery } from '../project/recovery.ts';
import { takeAnswer } from '../plan/takeAnswer.ts';
import { refreshBoundary } from './pickBoundary.ts';
import { cancelTry } from './tryCommand.ts';

export async function commitCommand(command: Command): Promise<boolean> {
  cancelTry();
  if (isReadOnly()) return false;
  usePlan.setState({ working: true, refused: null });
  const stamp = { by: useOperator.getState().name.trim(), when: new Date().toISOString() };
  const answer = await askPlan('planCommit', { command, stamp });
  usePlan.setState({ working: false });
  if (!answer) return false;
  if ('rejection' in answer) {
    usePlan.setState({ refused: { command, rejection: answer.rejection } });
    return false;
  }
  takeAnswer(answer);
  useRecovery.setState({ draft: null });
  refreshBoundary();
  return true;
}
