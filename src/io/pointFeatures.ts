/** The points of a GeoJSON file, which the reader of boundaries passes over. Read by the platform's parser: such files are small. */
import { STEPS_PER_DEGREE, type Datum } from '../core/geo/coordinates.ts';
import { toCgcs2000 } from '../core/geo/datum.ts';
import { MOST_CONTEXT_BYTES } from './contextLayer.ts';
import type { ProblemList } from './problemList.ts';

export interface PointFeature {
  /** Index in the file. */
  feature: number;
  /** In steps. */
  x: number;
  y: number;
  properties: Readonly<Record<string, unknown>>;
}

/** Features with a point that can't be placed are reported and left out. Files that are no feature collection have none. */
export function pointFeatures(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030', datum: Datum, problems: ProblemList): PointFeature[] {
  if (bytes.length > MOST_CONTEXT_BYTES) {
    problems.add(null, { code: 'tooLarge', severity: 'refused', found: String(bytes.length), expected: String(MOST_CONTEXT_BYTES) });
    return [];
  }
  const points: PointFeature[] = [];
  featuresOf(new TextDecoder(encoding).decode(bytes)).forEach((given, feature) => {
    if (!isRecord(given) || !isRecord(given.geometry)) return;
    const { type, coordinates } = given.geometry;
    if (type !== 'Point' && type !== 'MultiPoint') return;
    const positions: unknown = type === 'Point' ? [coordinates] : coordinates;
    const field = 'geometry.coordinates';
    if (!Array.isArray(positions) || positions.length !== 1) {
      problems.add(feature, { code: 'wrongGeometryType', severity: 'refused', field: 'geometry.type', found: type, expected: 'Point' });
      return;
    }
    const [lng, lat] = Array.isArray(positions[0]) ? (positions[0] as unknown[]) : [];
    if (typeof lng !== 'number' || typeof lat !== 'number') {
      problems.add(feature, { code: 'badCoordinates', severity: 'refused', field, found: JSON.stringify(positions[0] ?? null).slice(0, 80), expected: '[108.9, 34.3]' });
      return;
    }
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
      problems.add(feature, { code: 'outOfRange', severity: 'refused', field, found: `${lng}, ${lat}`, expected: '±180, ±90' });
      return;
    }
    const [east, north] = toCgcs2000([lng, lat], datum);
    points.push({
      feature, x: Math.round(east * STEPS_PER_DEGREE), y: Math.round(north * STEPS_PER_DEGREE),
      properties: isRecord(given.properties) ? given.properties : {},
    });
  });
  return points;
}

function featuresOf(text: string): unknown[] {
  const parse = (json: string): unknown => {
    try {
      return JSON.parse(json.replace(/^\ufeff/, ''));
    } catch {
      return null;
    }
  };
  const document = parse(text);
  if (isRecord(document)) return Array.isArray(document.features) ? (document.features as unknown[]) : [document];
  return text.split('\n').filter((line) => line.trim() !== '').map(parse);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
