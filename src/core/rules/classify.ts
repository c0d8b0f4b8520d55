/**
 * Too large, too small, or in range (policy sheet §2). Households lead; people stand in where households are missing.
 * The band is the profile's; without one nothing is too large or too small.
 */
import { householdsOf, peopleOf, type Bases } from './basis.ts';
import type { Fact } from './fact.ts';
import type { CommunityFacts } from './facts.ts';
import type { Basis, SizeClass } from './vocabulary.ts';

/** Null: no figure on that side, or a masked one. */
export interface Band {
  readonly min: number | null;
  readonly max: number | null;
}

export const CLASSIFY_BY = ['households', 'either', 'both'] as const;
export type ClassifyBy = (typeof CLASSIFY_BY)[number];

export interface Classification {
  readonly by: ClassifyBy;
  readonly households: Band | null;
  readonly people: Band | null;
  readonly planAheadStates: readonly string[];
}

/** What to do about it: said as a proposal, since the policy asks for steady steps. */
export type Proposal = 'split' | 'merge' | 'integrateOnResettlement' | null;

export interface Classed {
  readonly class: SizeClass;
  readonly basis: Basis | null;
  readonly proposal: Proposal;
}

type Place = 'above' | 'below' | 'within' | 'unknown';

export function classify(facts: CommunityFacts, { by, households, people, planAheadStates }: Classification, bases: Bases): Classed {
  if (households === null && people === null) return { class: 'noBand', basis: null, proposal: null };
  const [h, p] = [householdsOf(facts, bases), peopleOf(facts, bases)];
  const [byHouseholds, byPeople] = [placeOf(h, households), placeOf(p, people)];
  const place = by === 'either' ? either(byHouseholds, byPeople) : by === 'both' ? both(byHouseholds, byPeople) : byHouseholds === 'unknown' ? byPeople : byHouseholds;
  const basis = byHouseholds !== 'unknown' && h.known ? (h.basis ?? null) : byPeople !== 'unknown' ? 'people' : null;
  if (place === 'unknown') return { class: 'unknown', basis: null, proposal: null };
  if (place === 'above') return { class: 'superLarge', basis, proposal: 'split' };
  if (place === 'within') return { class: 'inRange', basis, proposal: null };
  const ahead = facts.state.known && planAheadStates.includes(facts.state.value);
  return ahead ? { class: 'planAhead', basis, proposal: 'integrateOnResettlement' } : { class: 'micro', basis, proposal: 'merge' };
}

/** Both ends are in range. Beyond a side without a figure nothing can be told. */
function placeOf(fact: Fact<number>, band: Band | null): Place {
  if (!fact.known || band === null) return 'unknown';
  if (band.min !== null && fact.value < band.min) return 'below';
  if (band.max !== null && fact.value > band.max) return 'above';
  return band.min === null || band.max === null ? 'unknown' : 'within';
}

/** Either figure out of the band puts the community out; households lead where the two contradict. */
function either(h: Place, p: Place): Place {
  if (h === 'above' || h === 'below') return h;
  if (p === 'above' || p === 'below') return p;
  return h === 'unknown' || p === 'unknown' ? 'unknown' : 'within';
}

/** Out only where both figures are out on the same side. */
function both(h: Place, p: Place): Place {
  if (h === 'within' || p === 'within') return 'within';
  if (h === 'unknown' || p === 'unknown') return 'unknown';
  return h === p ? h : 'within';
}
