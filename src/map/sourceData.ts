/** Writes to the map's sources. Bytes go to the map's worker by address: the page's thread never parses them. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { bytesUrl } from './bytesUrl.ts';
import { NO_FEATURES, type SourceName } from './style.ts';

/** What was written last, source by source: bytes on their way may be overtaken. */
const wanted = new WeakMap<MapLibreMap, Map<SourceName, unknown>>();

export function setData(map: MapLibreMap, name: SourceName, data: GeoJSON.GeoJSON | string): void {
  // The style begins with empty sources: emptying one again would be a round through the map's worker for nothing.
  if (data === NO_FEATURES && (wanted.get(map)?.get(name) ?? NO_FEATURES) === NO_FEATURES) return;
  want(map, name, data);
  write(map, name, data);
}

export function setBytes(map: MapLibreMap, name: SourceName, bytes: ArrayBuffer | null): void {
  if (!bytes || bytes.byteLength === 0) {
    setData(map, name, NO_FEATURES);
    return;
  }
  want(map, name, bytes);
  void bytesUrl(bytes).then((url) => {
    if (wanted.get(map)?.get(name) === bytes) write(map, name, url);
  });
}

function want(map: MapLibreMap, name: SourceName, data: unknown): void {
  const known = wanted.get(map) ?? new Map<SourceName, unknown>();
  known.set(name, data);
  wanted.set(map, known);
}

function write(map: MapLibreMap, name: SourceName, data: GeoJSON.GeoJSON | string): void {
  const source = map.getSource<GeoJSONSource>(name);
  if (!source) throw new Error(`The map has no source ${name}.`);
  source.setData(data).catch((error: unknown) => { console.error(name, error); });
}
