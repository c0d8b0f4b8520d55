/** Words of 可达: categories, limits, ways, problems of files. */
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import type { StreetProblem } from '../../io/streets/problem.ts';
import type { TableProblem } from '../../io/tables/problem.ts';
import type { ReachBand, ReachSettings, ReachState } from '../../worker/reachProtocol.ts';
import { ownCategoryName } from '../../state/reach/categoryNames.ts';
import { isStraight } from '../../state/reach/reach.ts';
import { minutesOf } from '../../state/reach/bands.ts';
import { problemSentence } from '../words/problemWords.ts';
import { figure } from '../words/figures.ts';

/** A category, or several of which one will do, as the project calls them; what nobody has a word for keeps its own. */
export function categoryName(t: Translate, id: string): string {
  return id.split('|').map((part) => ownCategoryName(part) ?? catalogueName(t, part)).join(t('ruleEditor.facility.either'));
}

/** The catalogue's word. */
export function catalogueName(t: Translate, id: string): string {
  const key = [`ruleEditor.facility.${id}`, `reachPage.facility.${id}`].find(isMessageKey);
  return key ? t(key) : id;
}

export function categoryNames(t: Translate, ids: readonly string[]): string {
  return ids.map((id) => categoryName(t, id)).join(t('report.listSeparator'));
}

export function limitText(t: Translate, { limit }: ReachSettings, state: ReachState): string {
  const metres = figure(state.limitMetres);
  if (isStraight(state)) return t('reachPage.limitStraight', { metres });
  return limit.by === 'minutes' ? t('reachPage.limitMinutes', { minutes: figure(limit.minutes, decimalsOf(limit.minutes)), metres }) : t('reachPage.limitMetres', { metres });
}

export function bandText(t: Translate, { minutes, metres }: Pick<ReachBand, 'minutes' | 'metres'>): string {
  return minutes === null ? t('reachPage.band.metres', { metres: figure(metres) }) : t('reachPage.band.minutes', { minutes: figure(minutes, decimalsOf(minutes)) });
}

/** 830 m · 11.5 min */
export function wayText(metres: number, { limit }: ReachSettings): string {
  const minutes = minutesOf(metres, limit);
  return minutes === null ? `${figure(metres)} m` : `${figure(metres)} m · ${figure(minutes, 1)} min`;
}

const PERCENT = 100;

export function percent(share: number): string {
  return figure(share * PERCENT, 1);
}

const LETTERS = 26;

/** A, B … Z, A2, B2: pockets have the numbers. */
export function siteLetter(index: number): string {
  const round = Math.floor(index / LETTERS);
  return `${String.fromCharCode(65 + (index % LETTERS))}${round === 0 ? '' : round + 1}`;
}

export interface FileProblem {
  key: string;
  text: string;
  refused: boolean;
}

export function fileProblems(t: Translate, { streets, files, tables }: ReachState['problems']): FileProblem[] {
  return [
    ...streets.map((problem) => ({ text: `${problem.file}: ${streetSentence(t, problem)}`, refused: problem.severity === 'refused' })),
    ...files.map((problem) => ({ text: `${problem.file}: ${problemSentence(t, problem)}`, refused: problem.severity === 'refused' })),
    ...tables.map((problem) => ({ text: `${problem.table}: ${tableSentence(t, problem)}`, refused: problem.severity === 'refused' })),
  ].map((problem, index) => ({ ...problem, key: String(index) }));
}

function streetSentence(t: Translate, { code, found, expected }: StreetProblem): string {
  const key = `streets.${code}`;
  return isMessageKey(key) ? t(key, { found, expected }) : code;
}

function tableSentence(t: Translate, { code, row, column, found, expected, more }: TableProblem): string {
  const key = `tableProblem.${code}`;
  const place = [row === null ? '' : t('cli.row', { row }), column ?? ''].filter((part) => part !== '').join(' · ');
  const facts = [found === '' ? '' : t('cli.found', { found }), expected === '' ? '' : t('cli.expected', { expected }), more ? t('cli.more', { count: more }) : ''].filter((part) => part !== '');
  return [`${place === '' ? '' : `${place} `}${isMessageKey(key) ? t(key) : code}`, ...facts].join('；');
}

function decimalsOf(value: number): number {
  return Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1;
}
