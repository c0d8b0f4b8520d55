/** How a bearer of households (an atom, or a remainder) is divided among owners now. */
import type { Counts } from './atom.ts';
import { divide, type Weight } from './divide.ts';
import { compareOwners, OUTSIDE } from './owner.ts';
import type { Spread } from './place.ts';

export interface Part extends Counts {
  readonly owner: number;
  /** Of the bearer's ground here, in area units. */
  readonly area: number;
  /** The value comes of areas. */
  readonly estimatedHouseholds: boolean;
  readonly estimatedPeople: boolean;
}

/** An owner who has all of it; or parts in the order of owners, which sum to it. */
export type Parts = number | readonly Part[];

/** Counted figures for the parts of one bearer, by unit. */
export type CountedParts = ReadonlyMap<number, Counts>;
export const NONE_COUNTED: CountedParts = new Map();

/** What is less than this lies across a line by digitising only and is left to the other owners: 1 m², for small atoms a hundredth. */
const CRUMB_AREA_UNITS = 1e4;
const CRUMB_SHARE_OF_SMALL = 0.01;
/** Of an atom's ground, for large ones: lines of the atoms and of the communities are drawn by different hands. */
const CRUMB_SHARE_OF_ATOM = 1e-3;
/** Areas are weighed by the hundredth of a square metre, so that the last digits of two equal grounds do not break a tie. */
const UNITS_PER_WEIGHT = 100;

/** The weights of an atom that lies in several faces. */
export function placeWeights({ faces, areas }: Spread, ownerOf: (face: number) => number): Weight[] {
  return faces.map((face, k) => ({ owner: ownerOf(face), weight: areas[k]! }));
}

/** An atom is divided by one ground for households and people. */
export function atomParts(counts: Counts, weights: readonly Weight[], counted: CountedParts): Parts {
  return partsBy(counts, withoutCrumbs(weights, CRUMB_SHARE_OF_ATOM), null, counted);
}

/** A remainder may have two: not every atom has both counts. */
export function remainderParts(counts: Counts, households: readonly Weight[], people: readonly Weight[], counted: CountedParts): Parts {
  return partsBy(counts, withoutCrumbs(households, 0), withoutCrumbs(people, 0), counted);
}

function partsBy(counts: Counts, weights: readonly Weight[], peopleWeights: readonly Weight[] | null, counted: CountedParts): Parts {
  const forPeople = peopleWeights ?? weights;
  const owners = [...new Set([...weights, ...forPeople].map(({ owner }) => owner))].sort(compareOwners);
  if (owners.length === 0) return OUTSIDE;
  if (owners.length === 1) return owners[0]!;
  const pick = (field: keyof Counts) => new Map([...counted].flatMap(([unit, part]) => (part[field] === null ? [] : [[unit, part[field]] as const])));
  const households = counts.households === null ? null : divide(counts.households, weighed(weights), pick('households'));
  const people = counts.people === null ? null : divide(counts.people, weighed(forPeople), pick('people'));
  const areaOf = new Map(weights.map(({ owner, weight }) => [owner, weight]));
  return owners.map((owner) => ({
    owner, area: areaOf.get(owner) ?? 0,
    households: households && (households.values.get(owner) ?? 0), people: people && (people.values.get(owner) ?? 0),
    estimatedHouseholds: households?.estimated.has(owner) ?? false, estimatedPeople: people?.estimated.has(owner) ?? false,
  }));
}

function weighed(weights: readonly Weight[]): Weight[] {
  return weights.map(({ owner, weight }) => ({ owner, weight: Math.round(weight / UNITS_PER_WEIGHT) }));
}

/** One weight an owner. What lies beyond all ground counts only where there is no other. */
function withoutCrumbs(weights: readonly Weight[], leastShare: number): Weight[] {
  const sums = new Map<number, number>();
  for (const { owner, weight } of weights) sums.set(owner, (sums.get(owner) ?? 0) + weight);
  const merged = [...sums].map(([owner, weight]) => ({ owner, weight }));
  const inside = merged.filter(({ owner }) => owner !== OUTSIDE);
  if (inside.length <= 1) return inside.length === 1 ? inside : merged;
  const total = inside.reduce((sum, { weight }) => sum + weight, 0);
  const least = Math.max(leastShare * total, Math.min(CRUMB_AREA_UNITS, CRUMB_SHARE_OF_SMALL * total));
  const kept = inside.filter(({ weight }) => weight >= least);
  // Nothing but crumbs: the largest, of equals the earliest owner.
  return kept.length > 0 ? kept : [...inside].sort((p, q) => q.weight - p.weight || compareOwners(p.owner, q.owner)).slice(0, 1);
}

export function sameParts(p: Parts, q: Parts): boolean {
  if (typeof p === 'number' || typeof q === 'number') return p === q;
  return p.length === q.length && p.every((part, k) => {
    const other = q[k]!;
    return part.owner === other.owner && part.area === other.area && part.households === other.households && part.people === other.people
      && part.estimatedHouseholds === other.estimatedHouseholds && part.estimatedPeople === other.estimatedPeople;
  });
}
