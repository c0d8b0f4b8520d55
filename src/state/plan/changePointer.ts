/** A request that moves a pointer in the history: undo, redo, another scenario. One at a time. */
import type { PlanApi } from '../../worker/planProtocol.ts';
import { refreshBoundary } from '../operations/pickBoundary.ts';
import { cancelTry } from '../operations/tryCommand.ts';
import { askPlan } from './askPlan.ts';
import { usePlan } from './plan.ts';
import { takeAnswer } from './takeAnswer.ts';
import { dropWork, useTool } from './tool.ts';

type PointerRequest = 'planUndo' | 'planRedo' | 'planGoTo' | 'planScenario';

/** True when it was done. */
export async function changePointer<N extends PointerRequest>(name: N, argument: Parameters<PlanApi[N]>[0]): Promise<boolean> {
  if (usePlan.getState().working) return false;
  cancelTry();
  const { boundary } = useTool.getState();
  dropWork();
  usePlan.setState({ working: true });
  const answer = await askPlan(name, argument);
  usePlan.setState({ working: false });
  if (answer) takeAnswer(answer);
  // The boundary in hand stays in hand, with the vertices that it has now.
  useTool.setState({ boundary });
  refreshBoundary();
  return answer !== undefined;
}
