/** Colours of communities as states of their features: an edit writes the few that changed. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapView } from './mapView.ts';

export function syncTints(map: MapLibreMap, before: MapView['tints'], tints: MapView['tints']): void {
  for (const source of ['units', 'plan-units']) {
    for (const unit of before?.keys() ?? []) if (tints?.has(unit) !== true) map.removeFeatureState({ source, id: unit }, 'tint');
    for (const [unit, tint] of tints ?? []) if (before?.get(unit) !== tint) map.setFeatureState({ source, id: unit }, { tint });
  }
}
