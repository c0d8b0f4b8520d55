/** What the check is about: the files as loaded, or the plan as it stands. */
import { useCheck } from '../check.ts';
import { usePlan } from '../plan/plan.ts';
import { useView } from '../view.ts';
import { runCheck } from './runCheck.ts';

/** Checks anew: a report of one never stands for the other. */
export async function setCheckSubject(subject: 'file' | 'plan'): Promise<void> {
  if (subject === 'plan' && !usePlan.getState().state) return;
  if (useCheck.getState().subject === subject) return;
  useCheck.setState({ subject });
  useView.setState({ selection: null });
  await runCheck();
}
