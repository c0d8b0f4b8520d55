/** Rules in words: what one asks, how much is missing, by which article. Numbers come from findings, sentences from the catalogue and the profile. */
import { isMessageKey, type Language, type Translate } from '../../i18n/index.ts';
import type { Asked } from '../../core/rules/bound.ts';
import type { FactValue } from '../../core/rules/fact.ts';
import { verdictKey, type Finding } from '../../core/rules/finding.ts';
import { articleName } from '../../core/rules/article.ts';
import type { DocumentInfo, Source, Wording } from '../../core/rules/profile.ts';
import type { Strength, Unit, Verdict } from '../../core/rules/vocabulary.ts';
import { figure } from '../words/figures.ts';

export function worded(language: Language, wording: Wording): string {
  return wording[language];
}

/** 第 4 条 */
export function articleText(t: Translate, source: Source): string {
  const { kind, number } = articleName(source);
  return t(`rules.article.${kind}`, { number });
}

/** 《若干措施》第 4 条 */
export function sourceText(t: Translate, language: Language, source: Source, documents: readonly DocumentInfo[]): string {
  const paper = documents.find(({ id }) => id === source.document);
  const title = paper ? worded(language, paper.title) : source.document;
  return language === 'zh' ? `《${title}》${articleText(t, source)}` : `${title}, ${articleText(t, source)}`;
}

/** Digits after the point: as many as the unit bears. */
const DIGITS: Partial<Record<Unit, number>> = { squareMetres: 1, percent: 1, peoplePerHousehold: 2, perTenThousand: 1, perThousand: 2, persons: 1, grids: 1 };

export function amount(value: number, unit: Unit): string {
  return figure(value, Number.isInteger(value) ? 0 : (DIGITS[unit] ?? 1));
}

export function unitText(t: Translate, unit: Unit, count?: number): string {
  return unit === 'yesNo' || unit === 'word' || unit === 'date' || unit === 'list' ? '' : t(`rules.unit.${unit}`, count === undefined ? {} : { count });
}

/** A value as it stands: with words for truths and for the fixed words of data. */
export function valueText(t: Translate, value: FactValue | null, unit: Unit): string {
  if (value === null) return t('value.none');
  if (typeof value === 'boolean') return t(value ? 'assess.yes' : 'assess.no');
  if (typeof value === 'string') return wordText(t, value);
  return amount(value, unit);
}

/** Fixed words of data have their own in the catalogue; others are shown as they are. */
export function wordText(t: Translate, word: string): string {
  if (word === '') return t('assess.noZone');
  for (const prefix of ['assess.word.', 'rules.state.', 'kind.']) {
    const key = `${prefix}${word}`;
    if (isMessageKey(key)) return t(key);
  }
  return word;
}

/** ≥ 1,350.3, 1,000–5,000, 5、7 */
export function boundText(t: Translate, asked: Asked | null, unit: Unit): string {
  if (asked === null) return '';
  const { min, max, masked, oneOf, value, until, proposed } = asked;
  if (until !== undefined) return t('assess.until', { day: until });
  if (oneOf) return oneOf.map((each) => amount(each, unit)).join(t('report.listSeparator'));
  if (value !== undefined) return typeof value === 'number' ? t('assess.about', { value: amount(value, unit) }) : valueText(t, value, unit);
  const low = min === undefined ? (masked === 'min' ? '?' : null) : amount(min, unit);
  const high = max === undefined ? (masked === 'max' ? '?' : null) : amount(max, unit);
  if (low !== null && high !== null) return `${low}–${high}`;
  if (low !== null) return proposed !== undefined && proposed !== min ? t('assess.atLeastProposed', { min: low, proposed: amount(proposed, unit) }) : `≥ ${low}`;
  return high === null ? '' : `≤ ${high}`;
}

/** 缺 170.3 m², 余 499 户, 超 283 户; empty where nothing is measured. */
export function marginText(t: Translate, { margin, verdict, bound, actual, rule: { unit } }: Finding): string {
  if (margin === null || typeof actual !== 'number' || bound === null || verdict === 'notApplicable' || verdict === 'unknown') return '';
  const text = (value: number) => `${amount(Math.abs(value), unit)} ${unitText(t, unit, Math.abs(value))}`.trim();
  if (typeof bound.value === 'number') return margin === 0 ? '' : t(margin > 0 ? 'assess.moreThan' : 'assess.lessThan', { value: amount(bound.value, unit), margin: text(margin) });
  if (margin === 0) return '';
  if (margin > 0) return bound.oneOf ? '' : t('rules.verdict.room', { margin: text(margin) });
  const isOver = bound.max !== undefined && actual > bound.max;
  return t(isOver ? 'rules.verdict.over' : 'rules.verdict.short', { margin: text(margin) });
}

export function verdictText(t: Translate, judged: { verdict: Verdict; strength: Strength }): string {
  const key = verdictKey(judged);
  return isMessageKey(key) ? t(key) : judged.verdict;
}

export function findingVerdict(t: Translate, { verdict, waived, rule: { strength } }: Finding): string {
  return waived ? t('rules.verdict.waived') : verdictText(t, { verdict, strength });
}

/** 1,000 户 → 元: sums of money stand in yuan up to 10,000, above in 万元. */
export function yuanText(t: Translate, yuan: number): string {
  return Math.abs(yuan) < 10_000 ? `${figure(yuan)} ${t('assess.yuan')}` : `${figure(yuan / 10_000, yuan % 10_000 === 0 ? 0 : 2)} ${t('assess.tenThousandYuan')}`;
}
