/** Loads the files of the preview as the user chose, then checks them. */
import { NOTHING_CHECKED, useCheck } from '../check.ts';
import { NO_FILTER, useDefectFilter } from '../defectFilter.ts';
import { readDecisions } from '../decisions.ts';
import { cancelJob, runJob } from '../jobs.ts';
import { useSession } from '../session.ts';
import { flyToBounds, useView } from '../view.ts';
import { closePlan } from './closePlan.ts';
import { runCheck } from './runCheck.ts';
import { validateShape } from './validateShape.ts';

export async function loadPending(): Promise<void> {
  const { pending } = useSession.getState();
  if (!pending) return;
  const outcome = await runJob('load', 'load', { files: pending.choices });
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind !== 'done') {
    useSession.setState(outcome.kind === 'refused'
      ? { refusal: outcome.problems, pending: null }
      : { failure: outcome.message, pending: null });
    return;
  }
  cancelJob('check');
  cancelJob('opinion');
  const decisions = await readDecisions(pending.fingerprint);
  useCheck.setState({ ...NOTHING_CHECKED, ...decisions });
  useDefectFilter.setState(NO_FILTER);
  closePlan();
  useView.setState({ selection: null, dataTable: 'communities' });
  useSession.setState({
    pending: null,
    loaded: outcome.value,
    fingerprint: pending.fingerprint,
    sample: pending.sample,
    shapeProblems: null,
    refusal: null,
    failure: null,
  });
  flyToBounds(outcome.value.display.bounds);
  await runCheck();
  // The standard's letter, checked behind the scenes once the map is up; its findings join the list.
  if (useSession.getState().fingerprint === pending.fingerprint) void validateShape();
}

/** Closes the preview; what was loaded before stays. */
export function dropPending(): void {
  cancelJob('load');
  useSession.setState({ pending: null });
}
