/** `?e2e` in the address: the browser tests ask for a map without fades, and a window to look through. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { isWaiting } from './sourceData.ts';

export function isUnderTest(): boolean {
  return new URLSearchParams(location.search).has('e2e');
}

export interface MapProbe {
  /** Everything asked for is drawn. */
  settled: () => boolean;
  project: (lngLat: [number, number]) => { x: number; y: number };
  rendered: (layer: string) => number;
  zoom: () => number;
  centre: () => [number, number];
}

export function exposeProbe(map: MapLibreMap): void {
  if (!isUnderTest()) return;
  const probe: MapProbe = {
    settled: () => !isWaiting(map) && map.loaded() && map.areTilesLoaded() && !map.isMoving(),
    project: (lngLat) => {
      const { x, y } = map.project(lngLat);
      return { x, y };
    },
    rendered: (layer) => map.queryRenderedFeatures({ layers: [layer] }).length,
    zoom: () => map.getZoom(),
    centre: () => map.getCenter().toArray(),
  };
  Object.defineProperty(window, '__sizhiMap', { value: Object.freeze(probe), configurable: true });
}
