/** The map that stands, for commands that are no state: one zoom step. */
import type { Map as MapLibreMap } from 'maplibre-gl';

let current: MapLibreMap | null = null;

export function setMapHandle(map: MapLibreMap | null): void {
  current = map;
}

export function zoomMap(steps: number): void {
  if (current) current.zoomTo(current.getZoom() + steps);
}

/** The arrow keys then move the map. */
export function focusMap(): void {
  current?.getCanvas().focus();
}

/** For a second map that follows it. */
export function mapHandle(): MapLibreMap | null {
  return current;
}
