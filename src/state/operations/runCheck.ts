/** Checks what is loaded, or the plan as it stands, with the tolerances that stand. Decisions stay: defect ids are stable under re-run. */
import { useCheck } from '../check.ts';
import { cancelJob, runJob } from '../jobs.ts';
import { runPlanJob } from '../plan/askPlan.ts';
import { usePlan } from '../plan/plan.ts';
import { useSession } from '../session.ts';
import { useView } from '../view.ts';
import { saveDecisions } from './saveDecisions.ts';

export async function runCheck(): Promise<void> {
  const { fingerprint } = useSession.getState();
  const { tolerances, subject } = useCheck.getState();
  const head = subject === 'plan' ? usePlan.getState().state?.head ?? null : null;
  cancelJob('opinion');
  useCheck.setState({ failure: null });
  const outcome = await (head === null ? runJob('check', 'check', tolerances) : runPlanJob('check', 'planCheck', tolerances));
  if (useSession.getState().fingerprint !== fingerprint || useCheck.getState().subject !== subject) return;
  if (outcome.kind === 'done') {
    useCheck.setState({ report: outcome.value, reportOf: { subject, head }, checkedAt: new Date().toISOString(), opinion: null });
    forgetLostSelection();
    saveDecisions();
  } else if (outcome.kind === 'failed') {
    useCheck.setState({ failure: outcome.message });
  } else if (outcome.kind === 'refused') {
    useCheck.setState({ failure: outcome.problems.map((problem) => problem.code).join(', ') });
  }
}

function forgetLostSelection(): void {
  const { selection } = useView.getState();
  if (selection?.kind !== 'defect') return;
  const found = useCheck.getState().report?.result.defects.some((defect) => defect.id === selection.id);
  if (found !== true) useView.setState({ selection: null });
}
