/** Builds the plan from what is loaded and the steps that are kept of it: lazily, on the first need of it. Later calls find it there. */
import { runPlanJob } from '../plan/askPlan.ts';
import { usePlan } from '../plan/plan.ts';
import { restoreSavedPlan, savedPlan, type SavedPlan } from '../plan/saved.ts';
import { takeAnswer } from '../plan/takeAnswer.ts';
import { firstScenarioNow } from '../project/words.ts';
import { useSession } from '../session.ts';
import { closePlan } from './closePlan.ts';
import { stepsSettled } from './keepProject.ts';
import { restoreTables } from './restoreTables.ts';

let opening: Promise<boolean> | null = null;
/** Counts what is opened anew: an opening that was overtaken says nothing more. */
let turn = 0;

/** `firstScenario`: the name that the scenario bears which stands ready where none is kept. True when a plan stands. */
export function openPlan(firstScenario: string): Promise<boolean> {
  if (usePlan.getState().state) return Promise.resolve(true);
  opening ??= open(firstScenario).finally(() => { opening = null; });
  return opening;
}

/** Other steps on the same files. The plan is opened now if it stood before, else when it is needed. */
export async function reopenPlan(steps: SavedPlan): Promise<void> {
  const stood = usePlan.getState().state !== null || opening !== null;
  turn++;
  closePlan();
  await opening;
  restoreSavedPlan(steps);
  if (stood) await openPlan(firstScenarioNow());
}

async function open(firstScenario: string): Promise<boolean> {
  const { loaded } = useSession.getState();
  if (!loaded) return false;
  const mine = turn;
  await stepsSettled();
  if (useSession.getState().loaded !== loaded) return false;
  usePlan.setState({ failure: null });
  const { log, pointers } = savedPlan();
  const restore = log.length > 0 || pointers ? { log: [...log], pointers: pointers ?? { scenarios: [], current: null } } : null;
  const outcome = await runPlanJob('plan', 'planOpen', { firstScenario, restore });
  if (useSession.getState().loaded !== loaded) return false;
  if (outcome.kind === 'failed') usePlan.setState({ failure: outcome.message });
  if (outcome.kind === 'refused') usePlan.setState({ failure: outcome.problems.map((problem) => problem.code).join(', ') });
  if (outcome.kind !== 'done') return false;
  const { base, skipped, fallen, ...answer } = outcome.value;
  const withTables = await restoreTables();
  if (useSession.getState().loaded !== loaded || mine !== turn) return false;
  usePlan.setState({ base, skipped, fallen });
  takeAnswer(answer);
  if (withTables) takeAnswer(withTables);
  return true;
}
