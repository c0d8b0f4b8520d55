/** Shows another scenario, or the base (null). */
import { changePointer } from '../plan/changePointer.ts';
import { usePlan } from '../plan/plan.ts';

export const switchScenario = (scenario: number | null): Promise<boolean> => changePointer('planScenario', { action: 'switch', scenario });

/** Nothing is edited on the base: a command given there goes to the first scenario that stands. False when there is none. */
export async function ensureScenario(): Promise<boolean> {
  const { state } = usePlan.getState();
  if (!state) return false;
  if (state.current !== null) return true;
  const first = state.scenarios.find((scenario) => !scenario.deleted);
  return first !== undefined && (await switchScenario(first.id));
}
