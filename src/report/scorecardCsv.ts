/** The scorecard as a table for Excel: one row an indicator, figures as numbers, words as they stand on screen. */
import type { Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';
import { rounded } from './defectRow.ts';

export interface ScorecardLine {
  number: number | null;
  name: string;
  aspect: string;
  property: string;
  target: string;
  year: number | null;
  /** Truths are worded. */
  actual: number | string | null;
  base: number | string | null;
  unit: string;
  known: number;
  unknown: number;
  verdict: string;
  note: string;
  article: string;
}

const DECIMALS = 4;

export function scorecardCsv(lines: readonly ScorecardLine[], t: Translate): string {
  const figure = (value: number | string | null) => (typeof value === 'number' ? rounded(value, DECIMALS) : value);
  return csv([
    [
      t('column.number'), t('views.score.name'), t('views.csv.aspect'), t('views.score.property'), t('views.score.target'), t('views.csv.year'), t('views.score.actual'), t('views.csv.base'),
      t('views.csv.unit'), t('views.csv.known'), t('views.csv.unknown'), t('views.score.verdict'), t('views.score.note'), t('views.article'),
    ],
    ...lines.map(({ number, name, aspect, property, target, year, actual, base, unit, known, unknown, verdict, note, article }) => [
      number, name, aspect, property, target, year, figure(actual), figure(base), unit, known, unknown, verdict, note, article,
    ]),
  ]);
}
