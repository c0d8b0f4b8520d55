/**
 * Everything is built on the integer grid that the files are rounded to:
 * a step is 1e-7 degree. Two neighbours then hold the same vertex because they hold
 * the same integers, and an area is that of the file as written, not of a shape before rounding.
 */
import type { Position } from 'geojson';

export type Step = readonly [x: number, y: number];

export const STEPS_PER_DEGREE = 1e7;

/** GRS80: equatorial radius in metres and the square of the first eccentricity. */
const EQUATOR_METRES = 6378137;
const ECCENTRICITY_SQUARED = 0.006694380022903416;

export interface MetresPerStep {
  east: number;
  north: number;
}

/** How long one step is at a latitude: the ellipsoid's radii of curvature there. */
export function metresPerStep(latitudeDegrees: number): MetresPerStep {
  const phi = (latitudeDegrees * Math.PI) / 180;
  const w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const perRadian = Math.PI / 180 / STEPS_PER_DEGREE;
  return {
    east: (EQUATOR_METRES / Math.sqrt(w2)) * Math.cos(phi) * perRadian,
    north: ((EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED)) / (w2 * Math.sqrt(w2))) * perRadian,
  };
}

/** A plane in metres that touches the ellipsoid at `origin`; good to 1e-6 over a few kilometres. */
export interface Plane {
  toMetres: (step: Step) => [east: number, north: number];
  toStep: (east: number, north: number) => Step;
}

export function planeAt(origin: Step): Plane {
  const scale = metresPerStep(origin[1] / STEPS_PER_DEGREE);
  return {
    toMetres: ([x, y]) => [(x - origin[0]) * scale.east, (y - origin[1]) * scale.north],
    toStep: (east, north) => [origin[0] + Math.round(east / scale.east), origin[1] + Math.round(north / scale.north)],
  };
}

export function stepOf(lng: number, lat: number): Step {
  return [Math.round(lng * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE)];
}

/** The division yields the double nearest to seven decimals, so it prints with at most seven. */
export function degreesOf(step: Step): Position {
  return [step[0] / STEPS_PER_DEGREE, step[1] / STEPS_PER_DEGREE];
}

export function closedRing(ring: readonly Step[]): Position[] {
  const out = ring.map(degreesOf);
  out.push(degreesOf(ring[0]!));
  return out;
}

export function openSteps(ring: readonly Position[]): Step[] {
  const out: Step[] = [];
  for (let i = 0; i + 1 < ring.length; i++) out.push(stepOf(ring[i]![0]!, ring[i]![1]!));
  return out;
}

export function sameStep(a: Step, b: Step): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
