/** A derived shape as GeoJSON text: 7 decimals, rings closed, shells counter-clockwise. */
import type { ShapePolygon } from '../../core/coverage/shape.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import { boxOf } from '../../core/coverage/ringMeasure.ts';
import type { PositionTexts } from './positionTexts.ts';

/** `isMulti`: as the file had it, a MultiPolygon even of one polygon. */
export function shapeGeometry(polygons: readonly ShapePolygon[], isMulti: boolean, texts: PositionTexts): string {
  if (polygons.length === 0) return 'null';
  const ring = (xy: readonly number[]): string => {
    const positions: string[] = [];
    for (let i = 0; i < xy.length; i += 2) positions.push(texts.find(xy[i]!, xy[i + 1]!) ?? `[${degrees(xy[i]!)},${degrees(xy[i + 1]!)}]`);
    return `[${positions.join(',')},${positions[0]!}]`;
  };
  const written = polygons.map((rings) => `[${rings.map(ring).join(',')}]`);
  return isMulti || written.length > 1
    ? `{"type":"MultiPolygon","coordinates":[${written.join(',')}]}`
    : `{"type":"Polygon","coordinates":${written[0]!}}`;
}

/** West, south, east, north in degrees. */
export function shapeBounds(polygons: readonly ShapePolygon[]): number[] {
  return boxOf(polygons.flatMap(([shell]) => shell!)).map((value) => value / STEPS_PER_DEGREE);
}

/** Whole steps as a decimal number, without a detour through doubles. */
function degrees(steps: number): string {
  const sign = steps < 0 ? '-' : '';
  const value = Math.abs(steps);
  const whole = Math.floor(value / STEPS_PER_DEGREE);
  const rest = value - whole * STEPS_PER_DEGREE;
  if (rest === 0) return `${sign}${whole}`;
  return `${sign}${whole}.${String(rest).padStart(7, '0').replace(/0+$/, '')}`;
}
