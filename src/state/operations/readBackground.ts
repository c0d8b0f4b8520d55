/** Has what lies beneath the communities read. The map asks for it, when they themselves are drawn. */
import { runJob } from '../jobs.ts';
import { useSession } from '../session.ts';

export async function readBackground(): Promise<void> {
  const { loaded, background } = useSession.getState();
  if (background || !loaded?.layers.some(({ role }) => role === 'context')) return;
  const outcome = await runJob('background', 'background', undefined);
  if (useSession.getState().loaded !== loaded) return;
  if (outcome.kind === 'done') useSession.setState({ background: outcome.value });
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
}
