/**
 * Who a piece of ground counts for: a community by its unit index, or one of the groups of ground that is no community's.
 * Groups are negative, so one number says either.
 */
import { OUTSIDE_FACE, type Face } from '../coverage/coverage.ts';
import type { PagedArray } from '../pagedArray.ts';
import type { Unit } from '../plan/plan.ts';

/** Ground of a declared unit: barracks, campus, reservoir. */
export const DECLARED = -1;
/** Ground that nobody holds. */
export const UNASSIGNED = -2;
/** Ground that several hold. */
export const CONTESTED = -3;
/** Beyond everything that was read: no ground of the plan, never part of its sums. */
export const OUTSIDE = -4;

export type Group = 'declared' | 'unassigned' | 'contested' | 'outside';
export const GROUPS: readonly Group[] = ['declared', 'unassigned', 'contested', 'outside'];

/** Null for a community. */
export function groupOf(owner: number): Group | null {
  return owner >= 0 ? null : GROUPS[-1 - owner]!;
}

export function ownerOfGroup(group: Group): number {
  return -1 - GROUPS.indexOf(group);
}

export function ownerOfFace(face: Face, id: number, units: PagedArray<Unit>): number {
  if (id === OUTSIDE_FACE) return OUTSIDE;
  if (face.claimants.length === 0) return UNASSIGNED;
  if (face.claimants.length > 1) return CONTESTED;
  return ownerOfUnit(face.claimants[0]!, units);
}

export function ownerOfUnit(unit: number, units: PagedArray<Unit>): number {
  return units.get(unit).role === 'declared' ? DECLARED : unit;
}

/** Communities by index, then the groups: the order in which ties are broken. */
export function compareOwners(p: number, q: number): number {
  if (p >= 0 !== q >= 0) return p >= 0 ? -1 : 1;
  return p >= 0 ? p - q : q - p;
}
