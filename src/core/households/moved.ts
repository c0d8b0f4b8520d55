/** Whose households change hands between two plans of one dataset, atom by atom. */
import type { AtomKind } from './atom.ts';
import { countsOf } from './divider.ts';
import type { Figures } from './figures.ts';
import { remainderId } from './ledger.ts';
import { compareOwners } from './owner.ts';
import { ownerPairs, type OwnerPair } from './ownerPairs.ts';
import type { Part } from './parts.ts';
import { partsOfBearer } from './read.ts';

export interface MovedFlow {
  /** Index of the atom; null for a remainder. */
  readonly atom: number | null;
  readonly kind: AtomKind | 'remainder';
  readonly id: string;
  readonly name: string | null;
  /** Unit that a remainder is of. */
  readonly unit: number | null;
  /** Unit index in A, or a group (negative, see `owner.ts`). */
  readonly from: number;
  /** Unit index in B, or a group. */
  readonly to: number;
  readonly households: number;
  readonly people: number;
  /** 1 where the households come of areas in either plan, else 0; of the people where no household moves. */
  readonly estimatedShare: number;
}

/** The same owner in both plans: by number, unless two scenarios gave one number to two communities. */
export type SameOwner = (inA: number, inB: number) => boolean;

/**
 * What each owner of A has less in B, and who has more; where several give and several take, by whose ground became whose. For
 * every atom what leaves and what arrives sums to the difference, so sums by from and to are exact.
 */
export function movedParts(a: Figures, b: Figures, same: SameOwner = (p, q) => p === q): MovedFlow[] {
  if (a.ledger !== b.ledger) throw new Error('Figures of two datasets cannot be compared.');
  const { ledger } = a;
  const flows: MovedFlow[] = [];
  for (let bearer = 0; bearer < a.parts.length; bearer++) {
    const p = a.parts.get(bearer);
    const q = b.parts.get(bearer);
    if (typeof p === 'number' && typeof q === 'number' ? same(p, q) : p === q && typeof p !== 'number' && p.every(({ owner }) => same(owner, owner))) continue;
    const counts = countsOf(ledger, bearer);
    if (!counts.households && !counts.people) continue;
    const atom = bearer < ledger.atoms.length ? ledger.atoms[bearer]! : null;
    const unit = atom ? null : bearer - ledger.atoms.length;
    const about = {
      atom: atom ? bearer : null, kind: atom?.kind ?? 'remainder' as const, unit, name: atom?.name ?? null,
      id: atom?.id ?? remainderId(a.units.get(unit!).id),
    };
    for (const flow of between(partsOfBearer(a, bearer), partsOfBearer(b, bearer), same, () => ownerPairs(a, b, bearer))) flows.push({ ...about, ...flow });
  }
  return flows;
}

type Flow = Pick<MovedFlow, 'from' | 'to' | 'households' | 'people' | 'estimatedShare'>;

function between(before: readonly Part[], after: readonly Part[], same: SameOwner, pairs: () => readonly OwnerPair[]): Flow[] {
  const flows = new Map<string, { -readonly [K in keyof Flow]: Flow[K] }>();
  for (const field of ['households', 'people'] as const) {
    const estimate = field === 'households' ? 'estimatedHouseholds' as const : 'estimatedPeople' as const;
    const givers = before.map((part) => ({ part, left: (part[field] ?? 0) - (after.find(({ owner }) => same(part.owner, owner))?.[field] ?? 0) })).filter(({ left }) => left > 0);
    const takers = after.map((part) => ({ part, left: (part[field] ?? 0) - (before.find(({ owner }) => same(owner, part.owner))?.[field] ?? 0) })).filter(({ left }) => left > 0);
    const give = (giver: (typeof givers)[number] | undefined, taker: (typeof takers)[number] | undefined) => {
      const amount = Math.min(giver?.left ?? 0, taker?.left ?? 0);
      if (!giver || !taker || amount === 0) return;
      giver.left -= amount;
      taker.left -= amount;
      const key = `${giver.part.owner} ${taker.part.owner}`;
      const isEstimated = giver.part[estimate] || taker.part[estimate];
      const flow = flows.get(key) ?? { from: giver.part.owner, to: taker.part.owner, households: 0, people: 0, estimatedShare: isEstimated ? 1 : 0 };
      flow[field] += amount;
      flows.set(key, flow);
    };
    if (givers.length > 1 && takers.length > 1) {
      for (const { from, to } of pairs()) give(givers.find(({ part }) => part.owner === from), takers.find(({ part }) => part.owner === to));
    }
    for (const giver of givers) for (const taker of takers) give(giver, taker);
  }
  return [...flows.values()].sort((p, q) => compareOwners(p.from, q.from) || compareOwners(p.to, q.to));
}
