/** Writes to the map's sources. Bytes go to the map's worker by address: the page's thread never parses them. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { bytesUrl } from './bytesUrl.ts';
import { NO_FEATURES, type SourceName } from './style.ts';
import { showSource } from './visibility.ts';

/** What was written last, source by source: bytes on their way may be overtaken. */
const wanted = new WeakMap<MapLibreMap, Map<SourceName, GeoJSON.GeoJSON | string | ArrayBuffer>>();

export function setData(map: MapLibreMap, name: SourceName, data: GeoJSON.GeoJSON | string): void {
  // The style begins with empty sources: emptying one again would be a round through the map's worker for nothing.
  if (isEmpty(data) && isEmpty(wanted.get(map)?.get(name) ?? NO_FEATURES)) return;
  want(map, name, data);
  write(map, name, data);
}

export function setBytes(map: MapLibreMap, name: SourceName, bytes: ArrayBuffer | null): void {
  if (!bytes || bytes.byteLength === 0) {
    setData(map, name, NO_FEATURES);
    return;
  }
  want(map, name, bytes);
  const url = bytesUrl(bytes);
  if (typeof url === 'string') write(map, name, url);
  else void url.then((late) => { if (wanted.get(map)?.get(name) === bytes) write(map, name, late); });
}

function isEmpty(data: GeoJSON.GeoJSON | string | ArrayBuffer): boolean {
  return typeof data === 'object' && 'features' in data && data.features.length === 0;
}

function want(map: MapLibreMap, name: SourceName, data: GeoJSON.GeoJSON | string | ArrayBuffer): void {
  const known = wanted.get(map) ?? new Map<SourceName, GeoJSON.GeoJSON | string | ArrayBuffer>();
  known.set(name, data);
  wanted.set(map, known);
}

function write(map: MapLibreMap, name: SourceName, data: GeoJSON.GeoJSON | string): void {
  const source = map.getSource<GeoJSONSource>(name);
  if (!source) throw new Error(`The map has no source ${name}.`);
  // Shown before the map's worker has read it, it would be cut to tiles twice.
  source.setData(data).then(() => { if (!isEmpty(data)) showSource(map, name); }).catch((error: unknown) => { console.error(name, error); });
}
