/** What is wrong with the atoms as data: reported, never scaled away. */
import type { Atom } from './atom.ts';

export interface DataFindings {
  /** Communities whose atoms have more than their own figure, by how much (negative); their remainder is nought. Nought where a field is in order. */
  readonly negativeRemainders: readonly { readonly unit: number; readonly households: number; readonly people: number }[];
  /** Atoms beyond all ground: in no sum of the plan. */
  readonly outside: readonly number[];
  /** Rows of a table without a community, or whose community has no ground: in no sum of the plan. */
  readonly unplaced: readonly number[];
  /** Atoms whose own column says one community while they lie on others' ground. */
  readonly elsewhere: readonly number[];
  /** Communities with a remainder and without ground. */
  readonly withoutGround: readonly number[];
  /** Atoms with a count that is negative or not whole: taken as unknown. */
  readonly badCounts: readonly number[];
  /** Atoms whose id an earlier one has: no counted figure can be given for them. */
  readonly duplicateIds: readonly number[];
}

type Cleaned = Pick<DataFindings, 'badCounts' | 'duplicateIds'>;

export function cleanAtoms(given: readonly Atom[]): { atoms: readonly Atom[]; findings: Cleaned } {
  const badCounts: number[] = [];
  const duplicateIds: number[] = [];
  const seen = new Set<string>();
  const atoms = given.map((atom, k) => {
    if (seen.has(atom.id)) duplicateIds.push(k);
    seen.add(atom.id);
    if (isCountOrNull(atom.households) && isCountOrNull(atom.people)) return atom;
    badCounts.push(k);
    return { ...atom, households: isCountOrNull(atom.households) ? atom.households : null, people: isCountOrNull(atom.people) ? atom.people : null };
  });
  return { atoms, findings: { badCounts, duplicateIds } };
}

/** Whole and not negative. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isCountOrNull(value: number | null): boolean {
  return value === null || isCount(value);
}
