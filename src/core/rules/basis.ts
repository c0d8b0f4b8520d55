/** Which households and people a figure counts: the profile's order, the first that is known, and its mark. */
import { onBasis, UNKNOWN, type Fact } from './fact.ts';
import type { CommunityFacts } from './facts.ts';
import type { Basis } from './vocabulary.ts';

export type HouseholdBasis = Extract<Basis, 'resident' | 'registered' | 'dwellings' | 'expected'>;
export type PeopleBasis = Extract<Basis, 'resident' | 'registered'>;

/** Orders of preference. */
export interface Bases {
  /** For size, seats, staff, grids, money. */
  readonly households: readonly HouseholdBasis[];
  readonly people: readonly PeopleBasis[];
  /** For rooms of what is being planned or not yet lived in. */
  readonly roomsUnoccupied: readonly HouseholdBasis[];
  /** States that count as not yet lived in. */
  readonly unoccupiedStates: readonly string[];
}

const HOUSEHOLDS = { resident: 'households', registered: 'householdsRegistered', dwellings: 'dwellings', expected: 'householdsExpected' } as const;
const PEOPLE = { resident: 'people', registered: 'peopleRegistered' } as const;

export function householdsOf(facts: CommunityFacts, { households }: Bases): Fact<number> {
  return first(facts, households, HOUSEHOLDS);
}

export function peopleOf(facts: CommunityFacts, { people }: Bases): Fact<number> {
  return first(facts, people, PEOPLE);
}

export function roomsHouseholdsOf(facts: CommunityFacts, bases: Bases): Fact<number> {
  const unoccupied = facts.state.known && bases.unoccupiedStates.includes(facts.state.value);
  return first(facts, unoccupied ? bases.roomsUnoccupied : bases.households, HOUSEHOLDS);
}

function first<B extends Basis>(facts: CommunityFacts, order: readonly B[], names: Readonly<Record<B, 'households' | 'householdsRegistered' | 'dwellings' | 'householdsExpected' | 'people' | 'peopleRegistered'>>): Fact<number> {
  for (const basis of order) {
    const fact = facts[names[basis]];
    if (fact.known) return fact.basis === basis ? fact : onBasis<number>(fact, basis);
  }
  return UNKNOWN;
}
