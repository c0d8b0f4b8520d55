/** Readers of the parts of a profile that comes from outside: nothing unknown is let in, every number is finite. */
import { BadMember, excerpt, isPlainObject, kindOf, list, numberWithin, oneOf, optional, record, text, truth, wholeWithin, type Reader, type Shape } from '../plan/readMember.ts';
import { readDay } from './dates.ts';
import type { Amount, Bound, Bracket, Condition, Deadline, Entry, Figure, Indicator, Measure, MoneyEntry, Parameter, Rule, Source, Wording } from './profile.ts';
import { ASPECTS, FAMILIES, LEVELS, NEEDS, PAYERS, STRENGTHS, UNITS } from './vocabulary.ts';

/** Larger than any count or sum of money that a policy names. */
const LARGEST = 1e12;
const EARLIEST_YEAR = 1949;
const LATEST_YEAR = 2999;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

const figure = numberWithin(0, LARGEST);
const positive: Reader<number> = (value, member) => {
  const found = figure(value, member);
  if (found === 0) throw new BadMember(member, '0', '> 0');
  return found;
};
const year = wholeWithin(EARLIEST_YEAR, LATEST_YEAR);

export const id: Reader<string> = (value, member) => matching(ID, 'letters, digits, . _ -')(value, member);
/** Names of metrics, words of data: any text that says something. */
export const filled: Reader<string> = (value, member) => matching(/\S/, 'text')(value, member);
export const day: Reader<string> = (value, member) => {
  const found = filled(value, member);
  if (readDay(found) === null) throw new BadMember(member, excerpt(found), 'YYYY-MM-DD');
  return found;
};

export const wording: Reader<Wording> = record<Wording>({ zh: filled, en: filled });
export const source: Reader<Source> = record<Source>({ document: id, article: filled });

const figureOrUnknown: Reader<Figure> = (value, member) => (value === 'unknown' ? value : figure(value, member));

const ENTRY: Shape<Entry> = {
  id, wording, source, strength: oneOf(...STRENGTHS), level: oneOf(...LEVELS),
  reading: optional(wording), year: optional(year), changed: optional(record<{ role: string; reason: string }>({ role: filled, reason: filled })),
};

export const condition: Reader<Condition> = (value, member) => {
  const found = record<Condition>({
    metric: filled, is: optional(wordOrTruth), atLeast: optional(figure), atMost: optional(figure), above: optional(figure), onOrAfter: optional(day),
  })(value, member);
  if (Object.keys(found).length !== 2) throw new BadMember(member, Object.keys(found).join(' '), 'metric and one of is atLeast atMost above onOrAfter');
  return found;
};
const conditions = list(condition);

const range = record<Extract<Bound, { type: 'range' }>>({ type: oneOf('range'), min: optional(figureOrUnknown), max: optional(figureOrUnknown) });
const perUnitRange = record<Extract<Bound, { type: 'perUnitRange' }>>({ type: oneOf('perUnitRange'), of: filled, most: positive, fewest: positive });
const is = record<Extract<Bound, { type: 'is' }>>({ type: oneOf('is'), value: (value, member) => (typeof value === 'boolean' ? value : filled(value, member)) });
const shown = record<Extract<Bound, { type: 'shown' }>>({ type: oneOf('shown') });
const bracket = record<Bracket>({ from: optional(figure), to: optional(figure), value: figure, preferred: optional(truth) });

const bound: Reader<Bound> = byType<Bound>({
  range, perUnitRange, is, shown,
  suitable: record<Extract<Bound, { type: 'suitable' }>>({ type: oneOf('suitable'), value: figure }),
  perUnit: record<Extract<Bound, { type: 'perUnit' }>>({
    type: oneOf('perUnit'), of: filled, amount: figure, per: positive, least: optional(figure), rounding: optional(oneOf('up', 'nearest')), about: optional(truth),
  }),
  brackets: record<Extract<Bound, { type: 'brackets' }>>({ type: oneOf('brackets'), of: filled, brackets: list(bracket) }),
  byWord: record<Extract<Bound, { type: 'byWord' }>>({ type: oneOf('byWord'), of: filled, values: wordTable }),
  known: record<Extract<Bound, { type: 'known' }>>({ type: oneOf('known') }),
  withinMonths: record<Extract<Bound, { type: 'withinMonths' }>>({ type: oneOf('withinMonths'), of: filled, months: wholeWithin(1, 1200) }),
  strictest: record<Extract<Bound, { type: 'strictest' }>>({ type: oneOf('strictest'), of: list(id) }),
  sameAs: record<Extract<Bound, { type: 'sameAs' }>>({ type: oneOf('sameAs'), of: filled }),
});

export const rule: Reader<Rule> = record<Rule>({
  ...ENTRY, family: oneOf(...FAMILIES), aspect: optional(oneOf(...ASPECTS)), metric: filled, bound,
  applies: optional(conditions), waivedBy: optional(condition), need: optional(oneOf(...NEEDS)),
});

const measure: Reader<Measure> = byType<Measure>({
  share: record<Extract<Measure, { type: 'share' }>>({ type: oneOf('share'), has: conditions }),
  ratio: record<Extract<Measure, { type: 'ratio' }>>({ type: oneOf('ratio'), of: filled, by: filled, per: positive, capped: optional(truth) }),
  each: record<Extract<Measure, { type: 'each' }>>({ type: oneOf('each'), metric: filled }),
  sum: record<Extract<Measure, { type: 'sum' }>>({ type: oneOf('sum'), metric: filled, by: filled }),
  given: record<Extract<Measure, { type: 'given' }>>({ type: oneOf('given') }),
});

const { level: _level, ...ENTRY_WITHOUT_LEVEL } = ENTRY;

export const indicator: Reader<Indicator> = record<Indicator>({
  ...ENTRY_WITHOUT_LEVEL, levels: list(oneOf(...LEVELS)), row: optional(wholeWithin(1, 999)), property: optional(oneOf('binding', 'expected')),
  issuers: optional(list(oneOf('central', 'province', 'city'))), aspect: optional(oneOf(...ASPECTS)), unit: oneOf(...UNITS), kind: optional(oneOf('urban', 'rural')),
  measure, target: byType<Indicator['target']>({ range, perUnitRange, shown, is }),
});

const percentage = numberWithin(0, 100);
const amount: Reader<Amount> = byType<Amount>({
  fixed: record<Extract<Amount, { type: 'fixed' }>>({ type: oneOf('fixed'), yuan: figure }),
  perUnit: record<Extract<Amount, { type: 'perUnit' }>>({ type: oneOf('perUnit'), of: filled, yuan: figure, per: positive, least: optional(figure) }),
  ofPay: record<Extract<Amount, { type: 'ofPay' }>>({ type: oneOf('ofPay'), persons: figure, sharePercent: percentage }),
  share: record<Extract<Amount, { type: 'share' }>>({ type: oneOf('share'), sharePercent: percentage }),
  unknown: record<Extract<Amount, { type: 'unknown' }>>({ type: oneOf('unknown') }),
});

export const money: Reader<MoneyEntry> = record<MoneyEntry>({
  ...ENTRY, purpose: oneOf('workFunds', 'pay', 'partyService', 'rooms'), payer: oneOf(...PAYERS), amount,
  applies: optional(conditions), unless: optional(conditions), fromYear: optional(year), toYear: optional(year),
});

export const parameter: Reader<Parameter> = record<Parameter>({
  ...ENTRY, unit: oneOf(...UNITS),
  value: (value, member) => {
    if (!Array.isArray(value)) return figureOrUnknown(value, member);
    return typeof value[0] === 'string' ? list(filled)(value, member) : list(figure)(value, member);
  },
});

export const deadline: Reader<Deadline> = (value, member) => {
  const shape = { ...ENTRY, step: wholeWithin(1, 99) };
  if (isPlainObject(value) && value['due'] === 'endOfApprovalYear') {
    return record<Extract<Deadline, { due: 'endOfApprovalYear' }>>({ ...shape, due: oneOf('endOfApprovalYear') })(value, member);
  }
  return record<Extract<Deadline, { due: 'monthsAfterApproval' }>>({ ...shape, due: oneOf('monthsAfterApproval'), months: wholeWithin(1, 1200) })(value, member);
};

/** One of several shapes, told apart by `type`. */
function byType<T extends { readonly type: string }>(readers: { readonly [K in T['type']]: Reader<Extract<T, { type: K }>> }): Reader<T> {
  const all = new Map(Object.entries<Reader<T>>(readers as unknown as Record<string, Reader<T>>));
  return (value, member) => {
    if (!isPlainObject(value)) throw new BadMember(member, kindOf(value), 'object');
    const type = value['type'];
    const reader = typeof type === 'string' ? all.get(type) : undefined;
    if (reader === undefined) throw new BadMember(`${member}.type`, typeof type === 'string' ? excerpt(type) : kindOf(type), [...all.keys()].join(' '));
    return reader(value, member);
  };
}

function matching(pattern: RegExp, expected: string): Reader<string> {
  return (value, member) => {
    const found = text(value, member);
    if (!pattern.test(found)) throw new BadMember(member, found === '' ? '""' : excerpt(found), expected);
    return found;
  };
}

function wordOrTruth(value: unknown, member: string): string | boolean | readonly string[] {
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? list(filled)(value, member) : filled(value, member);
}

function wordTable(value: unknown, member: string): Readonly<Record<string, number>> {
  if (!isPlainObject(value)) throw new BadMember(member, kindOf(value), 'object');
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [filled(key, member), figure(each, `${member}.${excerpt(key)}`)]));
}
