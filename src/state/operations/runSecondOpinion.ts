/** Puts the check's findings to another method (Turf) and keeps what it says. */
import { useCheck } from '../check.ts';
import { runJob } from '../jobs.ts';

export async function runSecondOpinion(): Promise<void> {
  const { report } = useCheck.getState();
  useCheck.setState({ failure: null });
  const outcome = await runJob('opinion', 'secondOpinion', undefined);
  if (useCheck.getState().report !== report) return;
  if (outcome.kind === 'done') useCheck.setState({ opinion: outcome.value });
  if (outcome.kind === 'failed') useCheck.setState({ failure: outcome.message });
}
