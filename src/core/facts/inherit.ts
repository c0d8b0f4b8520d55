/**
 * What the files and tables say of communities, carried over to a plan that has redrawn them. A figure that counted old ground
 * holds only where all of that ground is still together; rooms and staff stay with the community that has them, and go with it when it is
 * merged; a body elected anew has no past. Whatever can't be carried over is unknown, never guessed by area.
 */
import type { Plan, Unit } from '../plan/plan.ts';
import { known, UNKNOWN, type Fact, type FactValue } from '../rules/fact.ts';
import type { FactName, GivenFacts, NumberFact, TruthFact } from '../rules/facts.ts';
import { fromMergedGiven, type Joining } from './mergedGiven.ts';
import { holdsAllOf, type GroundOf } from './ground.ts';

/** By id of the unit. */
export type GivenById = ReadonlyMap<string, GivenFacts>;

/** Counted on the ground as it was. */
const OF_GROUND = ['householdsRegistered', 'householdsExpected', 'peopleRegistered', 'dwellings', 'dwellingsOccupied', 'villagersGroups', 'stairwellHeads', 'grids', 'compounds'] as const satisfies readonly NumberFact[];

/** What a community has: rooms, people at work, circles. Two that merge have both. */
const OF_HOUSE = [
  'floorAreaSquareMetres', 'elderlyAreaSquareMetres', 'activityAreaSquareMetres', 'plazaSquareMetres', 'toddlerPlaces', 'socialOrganisations', 'volunteers', 'volunteerTeams',
  'certified', 'workers', 'fullTime', 'sportsInstructors', 'police',
] as const satisfies readonly NumberFact[];

/** One of those that merged is enough. */
const OF_ANY = [
  'indicator2', 'indicator3', 'indicator10', 'indicator11', 'indicator12', 'indicator13', 'indicator14', 'indicator15', 'indicator16', 'indicator18', 'indicator19',
  'indicator20', 'indicator21', 'indicator22',
] as const satisfies readonly TruthFact[];

/** The same all over the ground, or unknown. */
const OF_PLACE = ['subdistrict', 'district', 'districtKind', 'kind', 'zone', 'entrusted', 'route', 'state', 'newBuild', 'completed'] as const satisfies readonly FactName[];

/** Of the set-up that the files know; one made in the plan has none of them yet. */
const OF_SET_UP = ['approvalDocument', 'established', 'approved', 'elected', 'electionHeld'] as const satisfies readonly FactName[];

export interface Heir {
  readonly plan: Plan;
  readonly base: Plan;
  readonly unit: number;
  readonly ground: GroundOf;
}

export function inherited({ plan, base, unit, ground }: Heir, given: GivenById): GivenFacts {
  const record = plan.units.get(unit);
  const own = given.get(record.id) ?? NOTHING;
  const origins = ground.origins.map((origin) => origin.unit);
  const isAsWas = origins.length === 1 && origins[0] === unit && holdsAllOf(ground, unit, base.coverage);
  const members = [...mergedInto(plan, unit)].map((each) => given.get(plan.units.get(each).id) ?? NOTHING);
  const setUp = setUpInPlan(plan, unit);
  const facts: Record<string, Fact | undefined> = { ...asFacts(own) };
  const places = origins.map((origin) => given.get(plan.units.get(origin).id) ?? NOTHING);
  for (const name of OF_PLACE) facts[name] = factOf(own, name) ?? agreed(places, name);
  const whole = origins.length > 0 && origins.every((origin) => holdsAllOf(ground, origin, base.coverage));
  if (!isAsWas) {
    // A figure given for a community that was made here is of its ground as it is.
    for (const name of OF_GROUND) facts[name] = record.source === null ? (factOf(own, name) ?? ofWhole(whole, places, name)) : ofWhole(whole, places, name);
    if (record.source !== null) facts.fourLimits = UNKNOWN;
  }
  if (members.length > 0) {
    const all = record.source === null ? members : [own, ...members];
    for (const name of OF_HOUSE) facts[name] = (record.source === null ? factOf(own, name) : undefined) ?? sum(all, name);
    for (const name of OF_ANY) facts[name] = anyOf(all, name);
    facts.tenure = agreed(all, 'tenure');
  }
  // A community that a table names as it is now has been counted anew.
  const joinedByHand = fromMergedGiven(plan, unit, joiningOf, (each, name) => factOf(given.get(plan.units.get(each).id) ?? NOTHING, name));
  for (const [name, fact] of Object.entries(joinedByHand)) {
    if (record.source === null && factOf(own, name as FactName) !== undefined) continue;
    facts[name] = !whole && joiningOf(name as FactName) === 'groundSum' ? UNKNOWN : fact;
  }
  if (setUp && record.source !== null) for (const name of OF_SET_UP) facts[name] = UNKNOWN;
  if (record.kind !== null) facts.kind = known(record.kind);
  if (record.subdistrict !== null) facts.subdistrict = known(record.subdistrict);
  if (setUp) facts.newSetUp = known(true, { source: 'plan' });
  else facts.newSetUp ??= known(false, { source: 'plan' });
  return facts;
}

/** How a fact of communities that merge becomes one of their heir. */
export function joiningOf(fact: FactName): Joining {
  return JOINING.get(fact) ?? 'own';
}

const JOINING: ReadonlyMap<string, Joining> = new Map([
  ...OF_GROUND.map((name) => [name, 'groundSum'] as const), ...OF_HOUSE.map((name) => [name, 'sum'] as const),
  ...OF_ANY.map((name) => [name, 'any'] as const), ...OF_PLACE.map((name) => [name, 'same'] as const), ['tenure', 'same'] as const,
]);

const NOTHING: GivenFacts = {};

/** Communities that were merged into it, and into those. */
function mergedInto({ lineage }: Plan, unit: number): Set<number> {
  const members = new Set<number>();
  const queue = [unit];
  for (let heir = queue.pop(); heir !== undefined; heir = queue.pop()) {
    for (const { kind, from, to } of lineage) {
      if (kind !== 'merged' || to[0] !== heir) continue;
      for (const each of from) if (each !== unit && !members.has(each)) queue.push((members.add(each), each));
    }
  }
  return members;
}

/** A part of a split, a merged, formed or converted one is approved as newly set up: our reading of the approval annex. */
function setUpInPlan({ lineage, units }: Plan, unit: number): boolean {
  return units.get(unit).source === null || lineage.some(({ to }) => to.includes(unit));
}

export function standing({ role, abolished }: Unit): boolean {
  return role === 'community' && !abolished;
}

function factOf(given: GivenFacts, name: FactName): Fact | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  const fact: Fact = typeof value === 'object' ? value : known<FactValue>(value);
  return fact.known ? fact : undefined;
}

function asFacts(given: GivenFacts): Record<string, Fact | undefined> {
  return Object.fromEntries((Object.keys(given) as FactName[]).map((name) => [name, factOf(given, name)]));
}

function ofWhole(whole: boolean, places: readonly GivenFacts[], name: NumberFact): Fact {
  return whole ? sum(places, name) : UNKNOWN;
}

function sum(all: readonly GivenFacts[], name: NumberFact): Fact {
  const facts = all.map((given) => factOf(given, name));
  if (facts.some((fact) => fact === undefined)) return UNKNOWN;
  const first = facts[0]!;
  return facts.length === 1 ? first : { ...first, known: true, value: facts.reduce((total, fact) => total + Number(fact!.value), 0) };
}

function anyOf(all: readonly GivenFacts[], name: TruthFact): Fact {
  const facts = all.map((given) => factOf(given, name));
  return facts.find((fact) => fact?.value === true) ?? (facts.some((fact) => fact === undefined) ? UNKNOWN : facts[0]!);
}

function agreed(all: readonly GivenFacts[], name: FactName): Fact {
  const facts = all.map((given) => factOf(given, name));
  const first = facts[0];
  return first !== undefined && facts.every((fact) => fact?.value === first.value) ? first : UNKNOWN;
}
