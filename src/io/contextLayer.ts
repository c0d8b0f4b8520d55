/**
 * Ground that is drawn beneath and never checked: streets, rail, water, green,
 * buildings. Anything whose positions can't be read is left out.
 */
export type ContextKind = 'street' | 'railway' | 'water' | 'green' | 'building' | 'other';

/** One file of context is read by the platform's parser; beyond this it is refused. */
export const MOST_CONTEXT_BYTES = 64 * 1024 * 1024;

export interface ContextFeature {
  type: 'Feature';
  properties: Record<string, string>;
  geometry: unknown;
}

export function readContext(fileName: string, bytes: Uint8Array): ContextFeature[] {
  if (bytes.length > MOST_CONTEXT_BYTES) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return [];
  }
  const features = isRecord(parsed) && Array.isArray(parsed.features) ? (parsed.features as unknown[]) : [];
  const out: ContextFeature[] = [];
  for (const feature of features) {
    if (!isRecord(feature) || !isRecord(feature.geometry) || !drawable(feature.geometry)) continue;
    const given = isRecord(feature.properties) ? feature.properties : {};
    const properties: Record<string, string> = { kind: kindOf(fileName, given) };
    for (const key of ['name', 'highway']) {
      const value = Object.hasOwn(given, key) ? given[key] : undefined;
      if (typeof value === 'string') properties[key] = value.slice(0, 80);
    }
    out.push({ type: 'Feature', properties, geometry: { type: feature.geometry.type, coordinates: feature.geometry.coordinates } });
  }
  return out;
}

/** One collection for the map, larger ground first so that lines lie on top. */
export function contextGeoJson(features: readonly ContextFeature[]): ArrayBuffer {
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })).buffer;
}

function kindOf(fileName: string, properties: Record<string, unknown>): ContextKind {
  const has = (key: string) => Object.hasOwn(properties, key) && properties[key] !== null && properties[key] !== 'no';
  if (has('building') || /building|建筑|楼/i.test(fileName)) return 'building';
  if (has('highway') || /street|road|highway|道路|路网/i.test(fileName)) return 'street';
  if (has('railway') || /rail|铁路/i.test(fileName)) return 'railway';
  if (has('waterway') || properties.natural === 'water' || /water|river|水/i.test(fileName)) return 'water';
  if (has('leisure') || has('landuse') || /green|park|绿/i.test(fileName)) return 'green';
  return 'other';
}

const DEPTH: Record<string, number> = { LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 };

function drawable(geometry: Record<string, unknown>): boolean {
  const depth = typeof geometry.type === 'string' && Object.hasOwn(DEPTH, geometry.type) ? DEPTH[geometry.type]! : -1;
  return depth > 0 && positions(geometry.coordinates, depth);
}

function positions(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (depth > 0) return value.every((inner) => positions(inner, depth - 1));
  return value.length >= 2 && typeof value[0] === 'number' && typeof value[1] === 'number' && Math.abs(value[0]) <= 180 && Math.abs(value[1]) <= 90;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
