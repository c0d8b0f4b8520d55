/** Facilities that stand only in the plan: a site proposed, moved, taken back. */
import { STEPS_PER_DEGREE, type LngLat } from '../../geo/coordinates.ts';
import type { Command } from '../command.ts';
import { degreesOf } from '../edit.ts';
import type { Plan } from '../plan.ts';
import { done, rejected, type Result } from '../rejection.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function placeFacility(plan: Plan, { category, name, at, areaSquareMetres }: Of<'placeFacility'>): Result<Plan> {
  if (category.trim() === '') return rejected('noCategory');
  if (name.trim() === '') return rejected('noName');
  // Numbered on from the last, so that one taken back leaves its number unused.
  const id = `拟建-${Number(plan.facilities.at(-1)?.id.split('-')[1] ?? 0) + 1}`;
  const facility = { id, category: category.trim(), name: name.trim(), at: onGrid(at), areaSquareMetres: areaSquareMetres ?? null };
  return done({ ...plan, facilities: [...plan.facilities, facility] });
}

export function moveFacility(plan: Plan, { facility, to }: Of<'moveFacility'>): Result<Plan> {
  const before = plan.facilities.find(({ id }) => id === facility);
  if (!before) return rejected('unknownFacility', { subjects: [facility] });
  const at = onGrid(to);
  if (at[0] === before.at[0] && at[1] === before.at[1]) return rejected('nothingChanges');
  return done({ ...plan, facilities: plan.facilities.map((each) => (each === before ? { ...each, at } : each)) });
}

export function removeFacility(plan: Plan, { facility }: Of<'removeFacility'>): Result<Plan> {
  const facilities = plan.facilities.filter(({ id }) => id !== facility);
  return facilities.length === plan.facilities.length ? rejected('unknownFacility', { subjects: [facility] }) : done({ ...plan, facilities });
}

function onGrid([lng, lat]: LngLat): LngLat {
  return degreesOf(Math.round(lng * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE));
}
