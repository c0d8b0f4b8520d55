/** Sums of households, people and area for one owner, kept up by adding and taking away; all whole, so the order is of no matter. */
import type { Counts } from './atom.ts';
import type { Part, Parts } from './parts.ts';

export interface Tally {
  readonly households: number;
  readonly people: number;
  /** Of these, how much comes of areas. */
  readonly estimatedHouseholds: number;
  readonly estimatedPeople: number;
  /** Atoms and remainders (or parts of them) that have the count here: none, nobody knows. */
  readonly householdBearers: number;
  readonly peopleBearers: number;
  /** In area units. */
  readonly area: number;
  readonly faces: number;
}

export const EMPTY_TALLY: Tally = {
  households: 0, people: 0, estimatedHouseholds: 0, estimatedPeople: 0, householdBearers: 0, peopleBearers: 0, area: 0, faces: 0,
};

/** Changes by owner. */
export type Changes = Map<number, { -readonly [K in keyof Tally]: number }>;

export function addParts(changes: Changes, counts: Counts, parts: Parts, sign: 1 | -1): void {
  if (typeof parts === 'number') addPart(changes, { owner: parts, ...counts, estimatedHouseholds: false, estimatedPeople: false }, sign);
  else for (const part of parts) addPart(changes, part, sign);
}

function addPart(changes: Changes, part: Omit<Part, 'area'>, sign: 1 | -1): void {
  const change = changeOf(changes, part.owner);
  if (part.households !== null) {
    change.households += sign * part.households;
    change.householdBearers += sign;
    if (part.estimatedHouseholds) change.estimatedHouseholds += sign * part.households;
  }
  if (part.people !== null) {
    change.people += sign * part.people;
    change.peopleBearers += sign;
    if (part.estimatedPeople) change.estimatedPeople += sign * part.people;
  }
}

export function addFace(changes: Changes, owner: number, area: number, sign: 1 | -1): void {
  const change = changeOf(changes, owner);
  change.area += sign * area;
  change.faces += sign;
}

function changeOf(changes: Changes, owner: number) {
  let change = changes.get(owner);
  if (!change) {
    change = { ...EMPTY_TALLY };
    changes.set(owner, change);
  }
  return change;
}

export function sumTallies(p: Tally, q: Tally): Tally {
  return {
    households: p.households + q.households, people: p.people + q.people,
    estimatedHouseholds: p.estimatedHouseholds + q.estimatedHouseholds, estimatedPeople: p.estimatedPeople + q.estimatedPeople,
    householdBearers: p.householdBearers + q.householdBearers, peopleBearers: p.peopleBearers + q.peopleBearers,
    area: p.area + q.area, faces: p.faces + q.faces,
  };
}
