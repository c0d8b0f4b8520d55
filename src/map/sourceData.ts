/**
 * Writes to the map's sources. Bytes go to the map's worker by address: the page's thread never parses them.
 *
 * The map's worker takes one thing after the other, and what is worked on comes first: names and what lies beneath
 * wait until new communities are drawn and answer the pointer.
 */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { bytesUrl } from './bytesUrl.ts';
import { NO_FEATURES, type SourceName } from './style.ts';
import { showSource } from './visibility.ts';

type Data = GeoJSON.GeoJSON | string;

const LATER: ReadonlySet<SourceName> = new Set(['names', 'veil', 'context', 'buildings', 'graticule']);

/** What was written last, source by source: bytes on their way may be overtaken. */
const wanted = new WeakMap<MapLibreMap, Map<SourceName, Data | ArrayBuffer>>();
/** What waits for the communities to be drawn. */
interface Waiting {
  late: Map<SourceName, Data>;
  then: (() => void)[];
}
const waiting = new WeakMap<MapLibreMap, Waiting>();

export function setData(map: MapLibreMap, name: SourceName, data: Data): void {
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
  if (name === 'units' && !waiting.has(map)) waiting.set(map, { late: new Map(), then: [] });
  const url = bytesUrl(bytes);
  if (typeof url === 'string') write(map, name, url);
  else void url.then((late) => { if (wanted.get(map)?.get(name) === bytes) write(map, name, late); });
}

/** Whether the communities are still to be drawn, and the rest after them. */
export function isWaiting(map: MapLibreMap): boolean {
  return waiting.has(map);
}

/** Runs when the communities are drawn; at once where they are. */
export function afterCommunities(map: MapLibreMap, then: () => void): void {
  const held = waiting.get(map);
  if (held) held.then.push(then);
  else then();
}

function isEmpty(data: Data | ArrayBuffer): boolean {
  return typeof data === 'object' && 'features' in data && data.features.length === 0;
}

function want(map: MapLibreMap, name: SourceName, data: Data | ArrayBuffer): void {
  const known = wanted.get(map) ?? new Map<SourceName, Data | ArrayBuffer>();
  known.set(name, data);
  wanted.set(map, known);
}

function write(map: MapLibreMap, name: SourceName, data: Data): void {
  const late = waiting.get(map)?.late;
  if (late && LATER.has(name)) {
    late.set(name, data);
    return;
  }
  const source = map.getSource<GeoJSONSource>(name);
  if (!source) throw new Error(`The map has no source ${name}.`);
  source.setData(data).then(() => {
    // Shown before the map's worker has read it, it would be cut to tiles twice.
    if (!isEmpty(data)) showSource(map, name);
    if (name === 'units') map.once('idle', () => { writeLate(map); });
  }, (error: unknown) => {
    console.error(name, error);
    if (name === 'units') writeLate(map);
  }).catch((error: unknown) => {
    // The map may be gone by then.
    console.error(name, error);
  });
}

function writeLate(map: MapLibreMap): void {
  const held = waiting.get(map);
  if (!held) return;
  waiting.delete(map);
  for (const [name, data] of held.late) write(map, name, data);
  for (const then of held.then) then();
}
