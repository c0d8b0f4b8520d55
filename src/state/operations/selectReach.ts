/** Selects a pocket, a home or a community in 可达; with `fly`, the map goes there. */
import { useReach } from '../reach/reach.ts';
import { flyToBounds, flyToPoint, useView } from '../view.ts';
import { selectCommunity } from './selectInPlan.ts';

export function selectPocket(index: number, fly = false): void {
  useView.setState({ selection: null });
  useReach.setState({ subject: { kind: 'pocket', index }, isochrone: null, table: 'pockets' });
  const pocket = useReach.getState().view?.pockets[index];
  if (fly && pocket) flyToBounds(pocket.bounds, 16);
}

export function selectHome(id: number, fly = false): void {
  useView.setState({ selection: null });
  useReach.setState({ subject: { kind: 'home', id }, isochrone: null });
  const home = useReach.getState().view?.homes[id];
  if (fly && home) flyToPoint(home.at, 16);
}

export function selectReachCommunity(unit: number, fly = false): void {
  clearReach();
  selectCommunity(unit, { fly });
}

/** Nothing is on view in the inspector. */
export function clearReach(): void {
  useReach.setState({ subject: null, isochrone: null, tool: 'walk' });
}
