/**
 * What a person may give of a community by hand, and within which limits: beyond them a figure is a slip of the hand, whoever typed it.
 * What the plan itself says (households, area, subdistrict …) is not among them.
 */
import { readDay } from '../rules/dates.ts';
import { DATE_FACTS, NUMBER_FACTS, PLAN_FACTS, TRUTH_FACTS, WORD_FACTS, type FactName } from '../rules/facts.ts';
import type { FactValue } from '../rules/fact.ts';
import { STATES, type Unit } from '../rules/vocabulary.ts';

export type Givable = { readonly fact: FactName } & (
  | { readonly type: 'number'; readonly unit: Unit; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly type: 'truth' }
  /** Null: any words. */
  | { readonly type: 'word'; readonly words: readonly string[] | null }
  | { readonly type: 'date' }
);

/** Unit and most of each number. The largest district of a city holds fewer of each, the largest hall and square are smaller. */
const MOST: Partial<Record<FactName, readonly [Unit, number]>> = {
  householdsRegistered: ['households', 200_000], householdsExpected: ['households', 200_000], dwellings: ['dwellings', 200_000], dwellingsOccupied: ['dwellings', 200_000],
  peopleRegistered: ['people', 600_000],
  floorAreaSquareMetres: ['squareMetres', 100_000], elderlyAreaSquareMetres: ['squareMetres', 100_000], activityAreaSquareMetres: ['squareMetres', 100_000], plazaSquareMetres: ['squareMetres', 1_000_000],
  partyMembers: ['persons', 99], committeeMembers: ['persons', 99], bothRoles: ['persons', 99], partTimeMembers: ['persons', 99], workers: ['persons', 999], fullTime: ['persons', 999], certified: ['persons', 999],
  sportsInstructors: ['persons', 999], police: ['persons', 999], stairwellHeads: ['persons', 9_999], volunteers: ['people', 99_999],
  toddlerPlaces: ['places', 9_999], socialOrganisations: ['organisations', 999], volunteerTeams: ['teams', 999], grids: ['grids', 999], villagersGroups: ['groups', 999], compounds: ['compounds', 999], committees: ['groups', 99],
  workFundsYuan: ['yuanPerYear', 100_000_000], partyFundYuan: ['yuanPerYear', 100_000_000],
};

/** Words that rules ask for. */
const WORDS: Partial<Record<FactName, readonly string[]>> = {
  districtKind: ['district', 'county', 'zone'], kind: ['urban', 'rural'], state: STATES, tenure: ['owned', 'rented', 'lent'], partyBody: ['branch', 'generalBranch', 'committee'], route: ['1', '2', 'xixian'],
};

/** Areas and money may have fractions, what is counted may not. */
const MEASURED: ReadonlySet<Unit> = new Set<Unit>(['squareMetres', 'yuanPerYear']);

/** In the order of `rules/facts.ts`. */
export const GIVABLE: ReadonlyMap<string, Givable> = new Map([
  ...NUMBER_FACTS.flatMap((fact): Givable[] => {
    const most = MOST[fact];
    return most === undefined ? [] : [{ fact, type: 'number', unit: most[0], min: 0, max: most[1], whole: !MEASURED.has(most[0]) }];
  }),
  ...TRUTH_FACTS.map((fact): Givable => ({ fact, type: 'truth' })),
  ...WORD_FACTS.map((fact): Givable => ({ fact, type: 'word', words: WORDS[fact] ?? null })),
  ...DATE_FACTS.map((fact): Givable => ({ fact, type: 'date' })),
].filter(({ fact }) => !PLAN_FACTS.has(fact)).map((each) => [each.fact, each]));

/** Why a value can't be given of a fact: null where it can, else what belongs there. */
export function misfit(givable: Givable, value: FactValue): { readonly code: 'badFigure' | 'figureOutside' | 'badDate'; readonly expected: string } | null {
  switch (givable.type) {
    case 'number': {
      const { min, max, whole } = givable;
      if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'badFigure', expected: 'number' };
      return value >= min && value <= max && (!whole || Number.isInteger(value)) ? null : { code: 'figureOutside', expected: `${min}${whole ? `, ${min + 1}` : ''} … ${max}` };
    }
    case 'truth': return typeof value === 'boolean' ? null : { code: 'badFigure', expected: 'true false' };
    case 'date': return typeof value === 'string' && readDay(value) !== null ? null : { code: 'badDate', expected: 'YYYY, YYYY-MM, YYYY-MM-DD' };
    case 'word': {
      const { words } = givable;
      if (typeof value !== 'string' || value.trim() === '') return { code: 'badFigure', expected: 'text' };
      return words === null || words.includes(value) ? null : { code: 'figureOutside', expected: words.join(' ') };
    }
  }
}
