/** A gate set by a click: kept with the project, the walls are built again with it. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { askReach } from '../reach/askReach.ts';
import { useReach } from '../reach/reach.ts';
import { changeReach, keptReach } from './openReach.ts';

export async function setGate(at: LngLat): Promise<void> {
  const { access } = useReach.getState();
  if ((await askReach('reachGate', { at, access })) === undefined) return;
  await changeReach({ gates: [...keptReach().gates, { at, access }] });
}
