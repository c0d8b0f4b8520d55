/** Asks geojson-validation about every loaded file, beside our own reading. */
import { runJob } from '../jobs.ts';
import { useSession } from '../session.ts';

export async function validateShape(): Promise<void> {
  const { loaded } = useSession.getState();
  const outcome = await runJob('shape', 'validateShape', undefined);
  if (useSession.getState().loaded !== loaded) return;
  if (outcome.kind === 'done') useSession.setState({ shapeProblems: outcome.value });
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
}
