/** Homes that gain or lose on the map, while a table of it is open. */
import { useMemo } from 'react';
import type { ReachChangeView } from '../../map/mapView.ts';
import { useReachChange } from '../../state/reach/change.ts';
import { useView } from '../../state/view.ts';

export function useReachChangeView(): ReachChangeView | null {
  const on = useView((view) => view.task === 'plan');
  const homes = useReachChange((mirror) => (mirror.of === null ? null : mirror.homes));
  return useMemo(() => (on && homes ? { homes: homes.homesGeoJson, facilities: homes.facilitiesGeoJson } : null), [on, homes]);
}
