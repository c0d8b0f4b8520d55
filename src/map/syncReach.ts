/** Reach's part of `syncMap`. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ReachChangeView, ReachMark, ReachView } from './mapView.ts';
import { setBytes, setData } from './sourceData.ts';
import { NO_FEATURES } from './style.ts';

export function syncReach(map: MapLibreMap, before: ReachView | null, view: ReachView | null): void {
  if (before?.homes !== view?.homes) setBytes(map, 'reach-homes', view?.homes ?? null);
  if (before?.facilities !== view?.facilities) setBytes(map, 'reach-facilities', view?.facilities ?? null);
  if (before?.bands !== view?.bands) setBytes(map, 'reach-bands', view?.bands ?? null);
  if (before?.gains !== view?.gains) setBytes(map, 'reach-gains', view?.gains ?? null);
  if (before?.labels !== view?.labels) setData(map, 'reach-labels', points((view?.labels ?? []).map(({ at, text }, band) => ({ at, properties: { text, band } }))));
  if (before?.marks !== view?.marks) setData(map, 'reach-marks', points((view?.marks ?? []).map(({ at, ...properties }: ReachMark) => ({ at, properties }))));
  if (before?.selectedHome !== view?.selectedHome) {
    for (const layer of ['reach-home-selected-case', 'reach-home-selected']) map.setFilter(layer, ['==', ['get', 'id'], view?.selectedHome ?? -1]);
  }
}

export function syncReachChange(map: MapLibreMap, before: ReachChangeView | null, view: ReachChangeView | null): void {
  if (before === view) return;
  setBytes(map, 'reach-changed', view?.homes ?? null);
  setBytes(map, 'reach-change-facilities', view?.facilities ?? null);
}

function points(all: { at: readonly [number, number]; properties: Record<string, unknown> }[]): GeoJSON.FeatureCollection {
  if (all.length === 0) return NO_FEATURES;
  return { type: 'FeatureCollection', features: all.map(({ at, properties }) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } })) };
}
