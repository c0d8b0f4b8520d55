/** Households and people of a community as they stand in a plan, and the compounds that its line cuts. */
import type { CountField } from '../households/atom.ts';
import { cutAtoms } from '../households/cutAtoms.ts';
import type { Figures } from '../households/figures.ts';
import type { Ledger } from '../households/ledger.ts';
import { figuresOfUnit } from '../households/read.ts';
import { PagedArray } from '../pagedArray.ts';
import { known, UNKNOWN, type Fact } from '../rules/fact.ts';
import type { GivenFacts } from '../rules/facts.ts';
import type { GroundOf } from './ground.ts';

const kept = new WeakMap<Ledger, Record<CountField, readonly boolean[]>>();

/**
 * Unknown where part of the ground came from a community whose count nobody knows: neither a figure of its own nor a count for each of
 * its atoms. `given`: what the files say of the community, for the date and the column.
 */
export function countFact(figures: Figures, unit: number, field: CountField, ground: GroundOf, given: GivenFacts): Fact<number> {
  const whole = wholeCounts(figures.ledger)[field];
  if (ground.origins.some((origin) => !(whole[origin.unit] ?? false))) return UNKNOWN;
  const own = figuresOfUnit(figures, unit);
  const [value, estimated, isKnown] = field === 'households' ? [own.households, own.estimatedHouseholds, own.householdsKnown] : [own.people, own.estimatedPeople, own.peopleKnown];
  if (!isKnown) return UNKNOWN;
  const stated = given[field];
  const fact = typeof stated === 'object' && stated !== null && stated.known ? stated : null;
  const isAsStated = (fact?.value ?? stated) === value;
  return known(value, {
    basis: 'resident', ...(fact?.asOf === undefined ? {} : { asOf: fact.asOf }),
    source: isAsStated && fact?.source !== undefined ? fact.source : 'atoms', ...(estimated > 0 ? { estimatedShare: estimated / value } : {}),
  });
}

/** By unit of the files: whether its count is known as a whole. */
function wholeCounts(ledger: Ledger): Record<CountField, readonly boolean[]> {
  let counts = kept.get(ledger);
  if (counts !== undefined) return counts;
  const atoms = ledger.remainders.map(() => ({ all: 0, households: 0, people: 0 }));
  ledger.atoms.forEach(({ households, people }, k) => {
    const own = atoms[ledger.home[k]!];
    if (own === undefined) return;
    own.all++;
    if (households !== null) own.households++;
    if (people !== null) own.people++;
  });
  const whole = (field: CountField): boolean[] => ledger.remainders.map((remainder, unit) => remainder[field] !== null || (atoms[unit]!.all > 0 && atoms[unit]![field] === atoms[unit]!.all));
  counts = { households: whole('households'), people: whole('people') };
  kept.set(ledger, counts);
  return counts;
}

/** By unit; null where no compound with ground was loaded. */
export type CutCounts = ReadonlyMap<number, number> | null;

export function cutCounts(figures: Figures): CutCounts {
  if (!figures.ledger.atoms.some(({ kind, shape }) => kind === 'compound' && shape?.type === 'polygon')) return null;
  return addCuts(new Map(), figures, figures.ledger.atoms.keys(), 1);
}

/** Only atoms whose parts differ are looked at. */
export function updateCuts(before: CutCounts, was: Figures, is: Figures): CutCounts {
  if (before === null) return null;
  const atoms = PagedArray.differences(was.parts, is.parts).filter((bearer) => bearer < is.ledger.atoms.length);
  return atoms.length === 0 ? before : addCuts(addCuts(new Map(before), was, atoms, -1), is, atoms, 1);
}

function addCuts(counts: Map<number, number>, figures: Figures, atoms: Iterable<number>, sign: 1 | -1): Map<number, number> {
  for (const { parts } of cutAtoms(figures, ['compound'], atoms)) {
    for (const { owner } of parts) if (owner >= 0) counts.set(owner, (counts.get(owner) ?? 0) + sign);
  }
  return counts;
}
