/**
 * Says why coordinates could not be read. Walks the parsed value with names for every place;
 * slow, and only for features that the scan gave up. The value nests at most four deep here.
 */
import type { ProblemCode } from '../problem.ts';
import type { ProblemDrafts } from '../problemList.ts';
import { oddLiteralOf } from './oddLiterals.ts';
import { foundText } from './foundText.ts';

/** How the positions lie as a whole: what the file may be, if all its features lie so. */
export type Placement = 'degrees' | 'projected' | 'swapped';

export interface Explanation {
  placement: Placement;
  /** First position with two numbers. */
  sample: [number, number] | null;
}

const SHAPES: Record<number, string> = {
  1: '[lng, lat]',
  2: '[[lng, lat], …]',
  3: '[[[lng, lat], …], …]',
  4: '[[[[lng, lat], …], …], …]',
};

/** Beyond any degree: metres. */
const PROJECTED_FROM = 1000;

interface Walk {
  notes: ProblemDrafts;
  sample: [number, number] | null;
  positions: number;
  projected: number;
  swapped: number;
  /** The last good position: where to look for one that has no place. */
  near: [number, number] | null;
}

/** `levels` is 3 for a Polygon, 4 for a MultiPolygon. Notes are made as refusals. */
export function explainCoordinates(value: unknown, levels: 3 | 4, field: string, notes: ProblemDrafts): Explanation {
  const walk: Walk = { notes, sample: null, positions: 0, projected: 0, swapped: 0, near: null };
  explainLevel(walk, value, levels, field);
  const all = walk.positions > 0;
  const placement = all && walk.projected === walk.positions ? 'projected' : all && walk.swapped === walk.positions ? 'swapped' : 'degrees';
  return { placement, sample: walk.sample };
}

function explainLevel(walk: Walk, value: unknown, level: number, field: string): void {
  if (!Array.isArray(value)) {
    refuse(walk, 'badCoordinates', field, foundText(value), SHAPES[level]!);
    return;
  }
  if (level === 1) explainPosition(walk, value, field);
  else for (let i = 0; i < value.length; i++) explainLevel(walk, value[i], level - 1, `${field}[${i}]`);
}

function explainPosition(walk: Walk, position: unknown[], field: string): void {
  if (position.length < 2 || Array.isArray(position[0])) {
    refuse(walk, 'badCoordinates', field, foundText(position), SHAPES[1]!);
    return;
  }
  for (let axis = 0; axis < position.length; axis++) {
    const ordinate = position[axis];
    if (typeof ordinate === 'number' && Number.isFinite(ordinate)) continue;
    refuse(walk, 'notANumber', `${field}[${axis}]`, oddLiteralOf(ordinate) ?? foundText(ordinate), axis === 0 ? '-180…180' : axis === 1 ? '-90…90' : '0');
    return;
  }
  const [x, y] = position as [number, number];
  walk.sample ??= [x, y];
  walk.positions++;
  if (Math.abs(x) > PROJECTED_FROM || Math.abs(y) > PROJECTED_FROM) walk.projected++;
  else if (isSwappedChina(x, y)) walk.swapped++;
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) walk.near = [x, y];
  else refuse(walk, 'outOfRange', field, `${x},${y}`, '-180…180, -90…90');
}

/** Latitude first, in the range of China: 3–54 north, 73–136 east. */
export function isSwappedChina(x: number, y: number): boolean {
  return x >= 3 && x <= 54 && y >= 73 && y <= 136;
}

function refuse(walk: Walk, code: ProblemCode, field: string, found: string, expected: string): void {
  walk.notes.add({ code, severity: 'refused', field, found, expected, lngLat: walk.near ?? undefined });
}
