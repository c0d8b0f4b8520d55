/** Builds the plan from what is loaded: lazily, on the first need of it. Later calls find it there. */
import { runPlanJob } from '../plan/askPlan.ts';
import { usePlan } from '../plan/plan.ts';
import { takeAnswer } from '../plan/takeAnswer.ts';
import { useSession } from '../session.ts';

let opening: Promise<boolean> | null = null;

/** `firstScenario`: the name that the scenario bears which stands ready. True when a plan stands. */
export function openPlan(firstScenario: string): Promise<boolean> {
  if (usePlan.getState().state) return Promise.resolve(true);
  opening ??= open(firstScenario).finally(() => { opening = null; });
  return opening;
}

async function open(firstScenario: string): Promise<boolean> {
  const { loaded } = useSession.getState();
  if (!loaded) return false;
  usePlan.setState({ failure: null });
  const outcome = await runPlanJob('plan', 'planOpen', { firstScenario, restore: null });
  if (useSession.getState().loaded !== loaded) return false;
  if (outcome.kind === 'failed') usePlan.setState({ failure: outcome.message });
  if (outcome.kind === 'refused') usePlan.setState({ failure: outcome.problems.map((problem) => problem.code).join(', ') });
  if (outcome.kind !== 'done') return false;
  const { base, skipped, ...answer } = outcome.value;
  usePlan.setState({ base, skipped });
  takeAnswer(answer);
  return true;
}
