/**
 * Measures on the GRS80 ellipsoid, the one under CGCS2000.
 *
 * Lengths: local scale at a latitude, good to 1e-6 over a community.
 * Areas: the integral of the area element along edges that are straight in
 * longitude and latitude. For a ring as small as a community the element is
 * expanded to second order about the first vertex (remainder below 1e-10 of the
 * area); a taller ring is integrated with the closed form, so that the sum of
 * many communities and the area of their district agree to the last shown digit.
 */
import { STEPS_PER_DEGREE } from './coordinates.ts';

/** Moritz 2000, Geodetic Reference System 1980. */
export const GRS80_A = 6378137;
export const GRS80_F = 1 / 298.257222101;
const E2 = GRS80_F * (2 - GRS80_F);
const E = Math.sqrt(E2);
const RADIANS_PER_STEP = Math.PI / 180 / STEPS_PER_DEGREE;
/** Rings taller than this, 0.05 degree, take the closed form. */
const TALL_STEPS = 0.05 * STEPS_PER_DEGREE;

export interface LocalScale {
  /** Metres in one step of longitude. */
  east: number;
  /** Metres in one step of latitude. */
  north: number;
}

/** Metres per 1e-7 degree at a latitude given in the same steps. */
export function localScale(latSteps: number): LocalScale {
  const phi = latSteps * RADIANS_PER_STEP;
  const sin = Math.sin(phi);
  const d = 1 - E2 * sin * sin;
  const root = Math.sqrt(d);
  return {
    east: (GRS80_A / root) * Math.cos(phi) * RADIANS_PER_STEP,
    north: ((GRS80_A * (1 - E2)) / (d * root)) * RADIANS_PER_STEP,
  };
}

/** Square metres per square step at a latitude, with its first and second derivative by latitude in steps. */
export interface AreaElement {
  k0: number;
  k1: number;
  k2: number;
}

export function areaElement(latSteps: number): AreaElement {
  const phi = latSteps * RADIANS_PER_STEP;
  const s = Math.sin(phi);
  const c = Math.cos(phi);
  const d = 1 - E2 * s * s;
  const b = GRS80_A * GRS80_A * (1 - E2) * RADIANS_PER_STEP * RADIANS_PER_STEP;
  const k0 = (b * c) / (d * d);
  const k1 = (b * (-s / (d * d) + (4 * E2 * s * c * c) / (d * d * d))) * RADIANS_PER_STEP;
  // The second derivative matters only at the 1e-6 level: the sphere's term with the leading ellipsoidal one.
  const k2 = b * (-c / (d * d) + (4 * E2 * c * (c * c - 3 * s * s)) / (d * d * d)) * RADIANS_PER_STEP * RADIANS_PER_STEP;
  return { k0, k1, k2 };
}

/**
 * Signed area, m², of a ring whose vertices first..end-1 stand interleaved in
 * `xy` in steps; counter-clockwise is positive. The ring is closed implicitly.
 */
export function ringAreaSquareMetres(xy: ArrayLike<number>, first: number, end: number): number {
  if (end - first < 3) return 0;
  const x0 = xy[2 * first]!;
  const y0 = xy[2 * first + 1]!;
  const { k0, k1, k2 } = areaElement(y0);
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let px = 0;
  let py = 0;
  let low = 0;
  let high = 0;
  for (let i = first + 1; i < end; i++) {
    const x = xy[2 * i]! - x0;
    const y = xy[2 * i + 1]! - y0;
    const dx = px - x;
    const s = py + y;
    sum1 += dx * s;
    sum2 += dx * (s * s - py * y);
    sum3 += dx * s * (py * py + y * y);
    if (y < low) low = y;
    else if (y > high) high = y;
    px = x;
    py = y;
  }
  // The closing edge ends at the origin, where y = 0.
  sum1 += px * py;
  sum2 += px * py * py;
  sum3 += px * py * py * py;
  if (high - low > TALL_STEPS) return tallRingArea(xy, first, end);
  return (k0 * sum1) / 2 + (k1 * sum2) / 6 + (k2 * sum3) / 24;
}

/** Area between the equator and a latitude per radian of longitude (Snyder 1987, eq. 3-12, halved and scaled). */
function bandArea(latSteps: number): number {
  const s = Math.sin(latSteps * RADIANS_PER_STEP);
  const es = E * s;
  return ((GRS80_A * GRS80_A * (1 - E2)) / 2) * (s / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * E));
}

/** The same integral edge by edge, by Gauss-Legendre's rule with three points. */
function tallRingArea(xy: ArrayLike<number>, first: number, end: number): number {
  const node = Math.sqrt(0.6) / 2;
  const base = bandArea(xy[2 * first + 1]!);
  let sum = 0;
  for (let i = first; i < end; i++) {
    const j = i + 1 < end ? i + 1 : first;
    const y0 = xy[2 * i + 1]!;
    const dy = xy[2 * j + 1]! - y0;
    const mean =
      (5 * bandArea(y0 + dy * (0.5 - node)) + 8 * bandArea(y0 + dy * 0.5) + 5 * bandArea(y0 + dy * (0.5 + node))) / 18;
    sum -= (xy[2 * j]! - xy[2 * i]!) * (mean - base);
  }
  return sum * RADIANS_PER_STEP;
}
