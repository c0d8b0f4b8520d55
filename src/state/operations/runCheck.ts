/** Checks what is loaded with the tolerances that stand. Decisions stay: defect ids are stable under re-run. */
import { useCheck } from '../check.ts';
import { cancelJob, runJob } from '../jobs.ts';
import { useSession } from '../session.ts';
import { useView } from '../view.ts';
import { saveDecisions } from './saveDecisions.ts';

export async function runCheck(): Promise<void> {
  const { fingerprint } = useSession.getState();
  const { tolerances } = useCheck.getState();
  cancelJob('opinion');
  useCheck.setState({ failure: null });
  const outcome = await runJob('check', 'check', tolerances);
  if (useSession.getState().fingerprint !== fingerprint) return;
  if (outcome.kind === 'done') {
    useCheck.setState({ report: outcome.value, checkedAt: new Date().toISOString(), opinion: null });
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
