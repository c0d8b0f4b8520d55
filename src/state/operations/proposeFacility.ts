/** Facilities that stand only in the scenario: set, moved, taken away, each a step of it. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { usePlan } from '../plan/plan.ts';
import { wordsNow } from '../project/words.ts';
import { useReach } from '../reach/reach.ts';
import { refreshReach } from './openReach.ts';
import { proposeCommand } from './proposeCommand.ts';
import { walkFrom } from './walkFrom.ts';

/** One of the category on view; it is walked from at once. */
export async function placeFacility(at: LngLat): Promise<boolean> {
  const { category, state } = useReach.getState();
  if (category === null || !state) return false;
  const known = new Set(usePlan.getState().state?.steps.flatMap(({ command }) => (command.type === 'placeFacility' ? [command.name] : [])) ?? []);
  let number = 1;
  while (known.has(wordsNow()('reachPage.siteName', { number }))) number++;
  const name = wordsNow()('reachPage.siteName', { number });
  if (!(await proposeCommand({ type: 'placeFacility', category, name, at }))) return false;
  useReach.setState({ tool: 'walk' });
  await refreshReach();
  const placed = useReach.getState().state?.proposed.at(-1);
  await (placed ? walkFrom(placed.at, { kind: 'proposed', id: placed.id }) : walkFrom(at));
  return true;
}

/** Where it was let go; refused, it stands where it stood. */
export async function moveFacility(id: string, to: LngLat): Promise<void> {
  const stood = useReach.getState().state?.proposed.find((each) => each.id === id)?.at;
  const moved = await proposeCommand({ type: 'moveFacility', facility: id, to });
  if (!moved && stood) await walkFrom(stood, { kind: 'proposed', id });
  // Drawn where it was let go until the counts are in.
  await refreshReach();
  useReach.setState({ dragged: null });
}

export async function removeFacility(id: string): Promise<void> {
  if (await proposeCommand({ type: 'removeFacility', facility: id })) useReach.setState({ subject: null, isochrone: null });
}
