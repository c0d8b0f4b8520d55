/**
 * Bends the drawing board into a town: a slight turn, long waves, a river that
 * meanders and takes its streets along, a railway that swings through.
 * All terms are gentle (their slopes sum to well under one), so nothing folds over.
 */
import { planeAt, stepOf, type Step } from '../steps.ts';
import { RAIL_V, RIVER_U, U_MAX, V_MAX } from './plan.ts';

const CENTRE = planeAt(stepOf(108.96, 34.32));
const TURN = (4 * Math.PI) / 180;

/** Metres east and north of the district's middle. */
export function bend(u: number, v: number): [east: number, north: number] {
  const meander = 170 * Math.sin((2 * Math.PI * v) / 4300 + 0.9) + 60 * Math.sin((2 * Math.PI * v) / 1900);
  const swing = 190 * Math.sin((2 * Math.PI * u) / 9200 - 0.4);
  const x = u - U_MAX / 2 + meander * bell((u - RIVER_U) / 1100) + 70 * Math.sin(v / 640 + u / 2100) + 40 * Math.sin(v / 310 + u / 830 + 1);
  const y = v - V_MAX / 2 + swing * bell((v - RAIL_V) / 1000) + 75 * Math.sin(u / 700 - v / 1900 + 2) + 35 * Math.sin(u / 330 + v / 900);
  return [x * Math.cos(TURN) - y * Math.sin(TURN), x * Math.sin(TURN) + y * Math.cos(TURN)];
}

/** The place so many metres east and north of the district's middle. */
export function groundStep([east, north]: readonly [number, number]): Step {
  return CENTRE.toStep(east, north);
}

export function stepAt(u: number, v: number): Step {
  return groundStep(bend(u, v));
}

function bell(t: number): number {
  return Math.exp(-t * t);
}
