/** A request that moves a pointer in the history: undo, redo, another scenario. One at a time. */
import type { Rejection } from '../../core/plan/rejection.ts';
import type { PlanAnswer, PlanApi } from '../../worker/planProtocol.ts';
import { refreshBoundary } from '../operations/pickBoundary.ts';
import { cancelTry } from '../operations/tryCommand.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { askPlan } from './askPlan.ts';
import { usePlan } from './plan.ts';
import { takeAnswer } from './takeAnswer.ts';
import { dropWork, useTool } from './tool.ts';

type PointerRequest = 'planUndo' | 'planRedo' | 'planGoTo' | 'planScenario';

/** True when it was done; why it was not is in `usePlan.refused`. */
export async function changePointer<N extends PointerRequest>(name: N, argument: Parameters<PlanApi[N]>[0]): Promise<boolean> {
  if (usePlan.getState().working || (isReadOnly() && !onlyLooks(argument))) return false;
  cancelTry();
  const { boundary } = useTool.getState();
  dropWork();
  usePlan.setState({ working: true, refused: null });
  const answer: PlanAnswer | { rejection: Rejection } | undefined = await askPlan(name, argument);
  usePlan.setState({ working: false });
  const isDone = answer !== undefined && !('rejection' in answer);
  if (isDone) takeAnswer(answer);
  else if (answer) usePlan.setState({ refused: { command: null, rejection: answer.rejection } });
  // The boundary in hand stays in hand, with the vertices that it has now.
  useTool.setState({ boundary });
  refreshBoundary();
  return isDone;
}

/** Another scenario is shown: nothing is changed by it. */
function onlyLooks(argument: Parameters<PlanApi[PointerRequest]>[0]): boolean {
  return argument !== null && 'action' in argument && argument.action === 'switch';
}
