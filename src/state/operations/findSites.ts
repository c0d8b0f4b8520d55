/** Where new facilities of the category on view would serve most people whom none serves. Long; can be cancelled. */
import { runJob } from '../jobs.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { useReach } from '../reach/reach.ts';
import { useSession } from '../session.ts';
import { useView } from '../view.ts';
import { placeFacility } from './proposeFacility.ts';

export async function findSites(count: number): Promise<void> {
  const { category, state } = useReach.getState();
  if (category === null || !state) return;
  const outcome = await runJob('reach', 'reachSites', { category, count });
  if (outcome.kind === 'failed') useSession.setState({ failure: outcome.message });
  // For another category or another plan by now.
  if (outcome.kind !== 'done' || useReach.getState().category !== category || useReach.getState().state !== state) return;
  useView.setState({ selection: null });
  useReach.setState({ sites: outcome.value, subject: { kind: 'sites' }, isochrone: null });
}

/** Each a step of the scenario; stops at the first that is refused. */
export async function placeAllSites(): Promise<void> {
  if (isReadOnly()) return;
  for (const { at } of useReach.getState().sites?.sites ?? []) if (!(await placeFacility(at))) return;
}
