/** Length of an edge in whole millimetres: haversine on the mean sphere (walk-v1). */
import { STEPS_PER_DEGREE } from '../geo/coordinates.ts';

/** Mean radius of the Earth, IUGG. */
export const EARTH_RADIUS_METRES = 6371008.8;
export const RADIANS_PER_STEP = Math.PI / 180 / STEPS_PER_DEGREE;
/** Metres in one step of latitude, on the sphere. */
export const METRES_PER_STEP = EARTH_RADIUS_METRES * RADIANS_PER_STEP;
export const MILLIMETRES_PER_METRE = 1000;

/** Between two positions in steps of 1e-7 degree; the first is the end with the smaller id. */
export function lengthMillimetres(x1: number, y1: number, x2: number, y2: number): number {
  const sinLat = Math.sin(((y2 - y1) * RADIANS_PER_STEP) / 2);
  const sinLng = Math.sin(((x2 - x1) * RADIANS_PER_STEP) / 2);
  const h = sinLat * sinLat + Math.cos(y1 * RADIANS_PER_STEP) * Math.cos(y2 * RADIANS_PER_STEP) * sinLng * sinLng;
  return Math.floor(MILLIMETRES_PER_METRE * 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))) + 0.5);
}

/** Metres in one step of longitude at a latitude in steps. */
export function metresPerStepEast(latSteps: number): number {
  return METRES_PER_STEP * Math.cos(latSteps * RADIANS_PER_STEP);
}
