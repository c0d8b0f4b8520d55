/** Counted figures: whether one can be given, and which of those given are not in force. */
import type { CountedPart } from '../plan/plan.ts';
import { isCount } from './dataFindings.ts';
import { COUNT_FIELDS } from './atom.ts';
import { countsOf } from './divider.ts';
import type { Figures } from './figures.ts';
import { partsOfBearer } from './read.ts';

/** Why a counted figure cannot be taken. */
export type CountedProblem =
  /** No atom and no remainder has this id, or two atoms have it. */
  | 'unknownAtom' | 'ambiguousAtom'
  /** Nothing of it lies with the community. */
  | 'noPart'
  /** All of it lies with the community: nothing is estimated. */
  | 'undivided'
  /** Negative or not whole; or the atom's own count is not known. */
  | 'badFigure' | 'unknownCount'
  /** With the other counted parts more than the atom has. */
  | 'exceedsAtom'
  /** All parts are counted then, and do not sum to the atom. */
  | 'sumDiffers';

/** Null where it can. Asked before the figure is added to the plan: `figures` are those of the plan without it. */
export function countedProblem(figures: Figures, part: CountedPart): CountedProblem | null {
  const { ledger } = figures;
  const bearer = ledger.bearerOf.get(part.atom);
  if (bearer === undefined) return 'unknownAtom';
  if (ledger.findings.duplicateIds.some((k) => ledger.atoms[k]!.id === part.atom)) return 'ambiguousAtom';
  const parts = partsOfBearer(figures, bearer);
  if (!parts.some(({ owner }) => owner === part.unit)) return 'noPart';
  if (parts.length === 1) return 'undivided';
  const others = figures.counted.filter(({ atom, unit }) => atom === part.atom && unit !== part.unit);
  for (const field of COUNT_FIELDS) {
    const value = part[field];
    if (value === null) continue;
    if (!isCount(value)) return 'badFigure';
    const total = countsOf(ledger, bearer)[field];
    if (total === null) return 'unknownCount';
    const owners = parts.filter(({ owner }) => owner !== part.unit);
    const counted = owners.map(({ owner }) => others.find(({ unit }) => unit === owner)?.[field] ?? null);
    const sum = counted.reduce<number>((before, each) => before + (each ?? 0), value);
    if (sum > total) return 'exceedsAtom';
    if (counted.every((each) => each !== null) && sum !== total) return 'sumDiffers';
  }
  return null;
}

/** Counted figures of the plan that do not show: the boundary has moved on and they no longer fit. The estimate stands. */
export function idleCounted(figures: Figures): CountedPart[] {
  return figures.counted.filter(({ atom, unit, households, people }) => {
    const bearer = figures.ledger.bearerOf.get(atom);
    const part = bearer === undefined ? undefined : partsOfBearer(figures, bearer).find(({ owner }) => owner === unit);
    return !part || (households !== null && part.households !== households) || (people !== null && part.people !== people);
  });
}
