/** Sets two states beside each other: scenarios by id, null the base. */
import type { Comparison } from '../../worker/planProtocol.ts';
import { askPlan } from '../plan/askPlan.ts';
import { useCompare } from '../plan/compare.ts';
import { usePlan } from '../plan/plan.ts';
import { setTool } from './setTool.ts';

export async function comparePlans(a: number | null, b: number | null): Promise<void> {
  setTool('select');
  useCompare.setState({ on: true, a, b, working: true });
  const answer = await compareRevisions(headOf(a), headOf(b));
  const now = useCompare.getState();
  if (!now.on || now.a !== a || now.b !== b) return;
  useCompare.setState({ answer: answer ?? null, working: false });
}

/** By revision; 0 is the base. */
export function compareRevisions(a: number, b: number): Promise<Comparison | undefined> {
  return askPlan('planCompare', { a, b });
}

export function endComparison(): void {
  useCompare.setState({ on: false, answer: null, working: false });
}

function headOf(scenario: number | null): number {
  return usePlan.getState().state?.scenarios.find((each) => each.id === scenario)?.head ?? 0;
}
