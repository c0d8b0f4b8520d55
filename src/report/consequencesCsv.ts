/** What a scenario costs and mends, as a table for Excel: a row for each created, changed or abolished community, before beside after. */
import type { CommunityConsequence, CommunityState } from '../core/rules/consequences.ts';
import { NEEDS } from '../core/rules/vocabulary.ts';
import type { Translate } from '../i18n/index.ts';
import { csv, type Cell } from './csv.ts';
import { rounded } from './defectRow.ts';

export function consequencesCsv(rows: readonly CommunityConsequence[], t: Translate): string {
  const sides = (what: string) => [t('views.consequences.csv.before', { what }), t('views.consequences.csv.after', { what })];
  const owed = (what: string) => `${what} ${t('views.consequences.owed')}`;
  const short = (what: string) => `${what} ${t('views.consequences.short')}`;
  return csv([
    [
      t('column.name'), t('column.code'), t('views.consequences.csv.change'), ...sides(t('views.consequences.csv.class')), ...sides(t('report.households')), ...sides(t('report.people')),
      ...NEEDS.flatMap((need) => { const word = t(`rules.need.${need}`); return [...sides(owed(word)), ...sides(short(word))]; }),
      t('views.consequences.csv.until'), t('views.consequences.csv.committeeSeats'), t('views.consequences.csv.partySeats'), ...sides(t('views.league.csv.money')), ...sides(t('views.consequences.fails')),
    ],
    ...rows.map((row) => cells(row, t)),
  ]);
}

function cells({ id, name, change, before, after, election }: CommunityConsequence, t: Translate): Cell[] {
  const both = (of: (state: CommunityState) => Cell): Cell[] => [before && of(before), after && of(after)];
  const need = (which: (typeof NEEDS)[number], what: 'owed' | 'short') => both(({ needs }) => rounded(needs[which]?.[what] ?? null, 2));
  return [
    name, id, t(`views.consequences.change.${change}`), ...both((state) => t(`rules.class.${state.class}`)), ...both(({ households }) => households), ...both(({ people }) => people),
    ...NEEDS.flatMap((each) => [...need(each, 'owed'), ...need(each, 'short')]),
    election?.until ?? (election ? t('views.consequences.electionOpen') : null), election?.committeeSeats ?? null, election?.partySeats ?? null,
    ...both(({ yuanPerYear }) => yuanPerYear), ...both(({ fails }) => fails),
  ];
}

export interface TotalCsvLine {
  item: string;
  unit: string;
  before: number;
  after: number;
  shortBefore: number | null;
  shortAfter: number | null;
  unknown: number;
  article: string;
}

export function totalsCsv(lines: readonly TotalCsvLine[], states: { before: string; after: string }, t: Translate): string {
  const owed = t('views.consequences.owed');
  const short = t('views.consequences.short');
  return csv([
    [
      t('views.consequences.item'), t('views.csv.unit'), `${states.before} ${owed}`, `${states.after} ${owed}`, `${states.before} ${short}`, `${states.after} ${short}`, t('views.consequences.unknown'), t('views.article'),
    ],
    ...lines.map(({ item, unit, before, after, shortBefore, shortAfter, unknown, article }) => [item, unit, rounded(before, 2), rounded(after, 2), rounded(shortBefore, 2), rounded(shortAfter, 2), unknown, article]),
  ]);
}
