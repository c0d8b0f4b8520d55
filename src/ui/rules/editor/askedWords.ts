/** What an entry asks, in words and as numbers with their names and units. */
import { isMessageKey, type Translate } from '../../../i18n/index.ts';
import { changeableNumbers } from '../../../core/rules/changedProfile.ts';
import { rangeOf } from '../../../core/rules/bound.ts';
import type { Bound, Condition, Parameter } from '../../../core/rules/profile.ts';
import type { Unit } from '../../../core/rules/vocabulary.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';
import { amount, boundText, unitText, wordText, yuanText } from '../ruleWords.ts';
import type { EntryOf } from './entryRow.ts';

export interface AskedNumber {
  /** As `changeRule` names it. */
  readonly member: string;
  readonly value: number;
  readonly label: string;
  readonly unit: string;
}

export interface Words {
  readonly t: Translate;
  /** Of metrics. */
  readonly units: RulesView['units'];
  /** What another rule is called. */
  readonly ruleName: (id: string) => string;
}

/** In the order in which one reads them: for each so much, this much. */
export function askedNumbers(words: Words, row: EntryOf): AskedNumber[] {
  const numbers = changeableNumbers(row.of, row.entry).map(({ member, value }) => ({ member, value, ...nameOf(words, row, member) }));
  return numbers.sort((a, b) => Number(isPer(b.member)) - Number(isPer(a.member)));
}

const isPer = (member: string): boolean => /\.(?:per|fewest)$/.test(member);

/** The unit in which an entry asks. */
function unitOf({ units }: Words, row: EntryOf): Unit | null {
  if (row.of === 'rule') return units[row.entry.metric] ?? null;
  return row.of === 'money' ? 'yuanPerYear' : row.entry.unit;
}

function boundOf(row: EntryOf): Bound | null {
  return row.of === 'rule' ? row.entry.bound : row.of === 'indicator' ? row.entry.target : null;
}

function nameOf(words: Words, row: EntryOf, member: string): { label: string; unit: string } {
  const { t } = words;
  const own = unitOf(words, row);
  const unit = own === null ? '' : own === 'list' ? t('rules.unit.list') : unitText(t, own);
  const [, last = '', place = '', part = ''] = member.split('.');
  if (row.of === 'parameter') return { label: last === '' ? t('ruleEditor.number.value') : t('ruleEditor.number.item', { number: Number(last) + 1 }), unit };
  switch (last) {
    case 'min': case 'max': return { label: t(`ruleEditor.number.${last}`), unit };
    case 'value': return { label: t('ruleEditor.number.suitable'), unit };
    case 'per': case 'fewest': case 'most': return { label: t(`ruleEditor.number.${last}`), unit: unitOfOther(words, row) };
    case 'amount': case 'least': return { label: t(`ruleEditor.number.${last}`), unit };
    case 'months': return { label: t('ruleEditor.number.months'), unit: t('ruleEditor.months') };
    case 'values': return { label: wordText(t, place), unit };
    case 'yuan': return { label: t('ruleEditor.number.yuan'), unit };
    case 'persons': return { label: t('ruleEditor.number.persons'), unit: t('rules.unit.persons') };
    case 'sharePercent': return { label: t('ruleEditor.number.sharePercent'), unit: t('rules.unit.percent') };
    case 'brackets': {
      const number = Number(place) + 1;
      if (part === 'value') return { label: t('ruleEditor.number.bracketValue', { number }), unit };
      return { label: t(part === 'from' ? 'ruleEditor.number.bracketFrom' : 'ruleEditor.number.bracketTo', { number }), unit: unitOfOther(words, row) };
    }
    default: return { label: member, unit: '' };
  }
}

/** Of the metric that a bound or a sum counts by. */
function unitOfOther({ t, units }: Words, row: EntryOf): string {
  const part = row.of === 'money' ? row.entry.amount : boundOf(row);
  const unit = part && 'of' in part && typeof part.of === 'string' ? units[part.of] : undefined;
  return unit === undefined ? '' : unitText(t, unit);
}

/** 1,000–5,000 户; 每 100 户 30 m²; 须写明. */
export function askedText(words: Words, row: EntryOf): string {
  if (row.of === 'money') return moneyText(words, row);
  const unit = unitOf(words, row);
  return row.of === 'parameter' ? parameterText(words, row.entry, unit) : textOfBound(words, row, row.of === 'rule' ? row.entry.bound : row.entry.target, unit);
}

function withUnit(t: Translate, text: string, unit: Unit | null): string {
  return `${text} ${unit === null ? '' : unitText(t, unit)}`.trim();
}

function textOfBound(words: Words, row: EntryOf, bound: Bound, unit: Unit | null): string {
  const { t, ruleName } = words;
  const own = unit ?? 'pieces';
  const figure = (value: number) => withUnit(t, amount(value, own), unit);
  const clauses = (...parts: readonly string[]) => parts.join(t('ruleEditor.clauseSeparator'));
  switch (bound.type) {
    case 'range': return withUnit(t, boundText(t, rangeOf(bound.min, bound.max), own), unit);
    case 'suitable': return t('assess.about', { value: figure(bound.value) });
    case 'perUnit': {
      const asked = t('ruleEditor.asked.perUnit', { per: `${amount(bound.per, own)} ${unitOfOther(words, row)}`, amount: figure(bound.amount) });
      return bound.least === undefined ? asked : clauses(asked, t('ruleEditor.asked.least', { least: figure(bound.least) }));
    }
    case 'perUnitRange': return t('ruleEditor.asked.perUnitRange', { range: boundText(t, { min: bound.fewest, max: bound.most }, 'households'), unit: unitOfOther(words, row) });
    case 'brackets': return clauses(...bound.brackets.map(({ from, to, value }) => `${boundText(t, rangeOf(from, to), 'households')} ${unitOfOther(words, row)} → ${figure(value)}`));
    case 'byWord': return clauses(...Object.entries(bound.values).map(([word, value]) => `${wordText(t, word)} ${figure(value)}`));
    case 'is': return bound.value === true ? t('ruleEditor.asked.isTrue') : bound.value === false ? t('ruleEditor.asked.isFalse') : t('ruleEditor.asked.is', { value: dataWord(t, bound.value) });
    case 'known': return t('ruleEditor.asked.known');
    case 'withinMonths': return t('ruleEditor.asked.withinMonths', { metric: metricName(t, bound.of), months: bound.months });
    case 'strictest': return t('ruleEditor.asked.strictest', { rules: bound.of.map(ruleName).join(t('ruleEditor.clauseSeparator')) });
    case 'sameAs': return t('ruleEditor.asked.sameAs', { metric: metricName(t, bound.of) });
    case 'shown': return t('ruleEditor.asked.shown');
  }
}

function parameterText({ t }: Words, { value }: Pick<Parameter, 'value'>, unit: Unit | null): string {
  if (value === 'unknown') return t('ruleEditor.asked.unknown');
  if (typeof value === 'number') return withUnit(t, amount(value, unit ?? 'pieces'), unit);
  const parts = value.map((each) => (typeof each === 'number' ? String(each) : each.split('|').map((name) => facilityName(t, name)).join(t('ruleEditor.facility.either'))));
  const isFigures = value.some((each) => typeof each === 'number');
  return withUnit(t, parts.join(t('report.listSeparator')), isFigures ? unit : null);
}

function moneyText(words: Words, row: Extract<EntryOf, { of: 'money' }>): string {
  const { t } = words;
  const { amount: sum } = row.entry;
  const yearly = (yuan: number) => `${yuanText(t, yuan)}/${t('assess.year')}`;
  switch (sum.type) {
    case 'fixed': return yearly(sum.yuan);
    case 'perUnit': {
      const asked = t('ruleEditor.asked.perUnit', { per: `${amount(sum.per, 'households')} ${unitOfOther(words, row)}`, amount: yearly(sum.yuan) });
      return sum.least === undefined ? asked : `${asked}${t('ruleEditor.clauseSeparator')}${t('ruleEditor.asked.least', { least: yearly(sum.least) })}`;
    }
    case 'ofPay': return t('ruleEditor.asked.ofPay', { persons: sum.persons, share: sum.sharePercent });
    case 'share': return t('ruleEditor.asked.share', { share: sum.sharePercent });
    case 'unknown': return t('ruleEditor.asked.unknown');
  }
}

/** 新建，且用房所按户数 ≤ 2,000 户 */
export function conditionsText(words: Words, conditions: readonly Condition[]): string {
  return conditions.map((condition) => conditionText(words, condition)).join(words.t('ruleEditor.conditionSeparator'));
}

function conditionText({ t, units }: Words, { metric, is, atLeast, atMost, above, onOrAfter }: Condition): string {
  const name = metricName(t, metric);
  const unit = units[metric] ?? null;
  const side = (sign: string, value: number) => `${name} ${sign} ${withUnit(t, amount(value, unit ?? 'pieces'), unit)}`;
  if (onOrAfter !== undefined) return t('ruleEditor.onOrAfter', { metric: name, day: onOrAfter });
  if (atLeast !== undefined) return side('≥', atLeast);
  if (atMost !== undefined) return side('≤', atMost);
  if (above !== undefined) return side('>', above);
  if (typeof is === 'boolean') return is ? name : t('ruleEditor.not', { metric: name });
  const words = [is ?? ''].flat().map((word) => dataWord(t, word)).join(t('report.listSeparator'));
  return TELLING.has(metric) ? words : t('ruleEditor.isWord', { metric: name, words });
}

/** Their words say what they are about. */
const TELLING = new Set(['kind', 'sizeClass', 'state']);

function metricName(t: Translate, metric: string): string {
  const key = `rules.metric.${metric}`;
  return isMessageKey(key) ? t(key) : metric;
}

/** Words of conditions: states and kinds, classes, and zones with a route of their own. */
function dataWord(t: Translate, word: string): string {
  for (const prefix of ['rules.class.', 'ruleEditor.word.']) {
    const key = `${prefix}${word}`;
    if (isMessageKey(key)) return t(key);
  }
  return wordText(t, word);
}

function facilityName(t: Translate, name: string): string {
  const key = `ruleEditor.facility.${name}`;
  return isMessageKey(key) ? t(key) : name;
}
