/** Figures given by hand, in words: what a fact is called, its value with the unit, where it comes from, what may be typed. */
import { isMessageKey, type Translate } from '../../../i18n/index.ts';
import { GIVABLE, type Givable } from '../../../core/facts/givable.ts';
import type { GivenFact } from '../../../core/plan/plan.ts';
import { readDay } from '../../../core/rules/dates.ts';
import type { Fact, FactValue } from '../../../core/rules/fact.ts';
import type { Sheet } from '../../../worker/assessProtocol.ts';
import { typedNumber } from '../../controls/typedNumber.ts';
import { tableFieldText } from '../../tables/tableWords.ts';
import { figure } from '../../words/figures.ts';
import { amount, unitText, wordText } from '../ruleWords.ts';

/** As tables call it, else as the rules do. */
export function factText(t: Translate, fact: string): string {
  const field = tableFieldText(t, fact);
  const metric = `rules.metric.${fact}`;
  return field === fact && isMessageKey(metric) ? t(metric) : field;
}

export function factValueText(t: Translate, fact: string, value: FactValue): string {
  const givable = GIVABLE.get(fact);
  if (typeof value === 'boolean') return t(value ? 'given.yes' : 'given.no');
  if (typeof value === 'string') return givable?.type === 'word' ? choiceText(t, fact, value) : wordText(t, value);
  return givable?.type === 'number' ? `${amount(value, givable.unit)} ${unitText(t, givable.unit, value)}` : figure(value, Number.isInteger(value) ? 0 : 2);
}

export function choiceText(t: Translate, fact: string, word: string): string {
  const key = `given.${fact}.${word}`;
  return isMessageKey(key) ? t(key) : wordText(t, word);
}

/** 手工填写，由民政科，2026-03-01. One that a script gave says only its source. */
export function givenText(t: Translate, { role, asOf, source }: GivenFact): string {
  const who = role === undefined ? t('given.lineScript') : t('given.line', { role, day: asOf ?? '—' });
  return t('given.withSource', { who, source });
}

/** Where the value of a fact comes from: by hand, from a table, from the plan. */
export function originText(t: Translate, { facts, given }: Pick<Sheet, 'facts' | 'given'>, name: string): string | null {
  const own = given.find(({ fact }) => fact === name);
  if (own) return givenText(t, own);
  const source = known(facts, name)?.source;
  if (source === undefined) return null;
  const key = `given.source.${source}`;
  return isMessageKey(key) ? t(key) : source;
}

/** 用房面积 1,200 m²（手工填写，由民政科，2026-03-01：实测） */
export function factLine(t: Translate, sheet: Pick<Sheet, 'facts' | 'given'>, name: string): string {
  const fact = known(sheet.facts, name);
  if (!fact) return t('given.factNone', { fact: factText(t, name) });
  const origin = originText(t, sheet, name);
  return `${factText(t, name)} ${factValueText(t, name, fact.value)}${origin === null ? '' : t('given.inBrackets', { text: origin })}`;
}

function known(facts: Sheet['facts'], name: string): Extract<Fact, { known: true }> | null {
  const fact = facts.find((each) => each.name === name)?.fact;
  return fact?.known === true ? fact : null;
}

export function rangeText(t: Translate, givable: Givable): string | null {
  if (givable.type === 'date') return t('given.dateForm');
  if (givable.type !== 'number') return null;
  const { min, max, whole, unit } = givable;
  return t(whole ? 'given.rangeWhole' : 'given.range', { min: figure(min), max: figure(max), unit: unitText(t, unit) });
}

/** What was typed as the value that it is; or why it is none, found and expected. */
export function readTyped(t: Translate, givable: Givable, typed: string): { readonly value: FactValue } | { readonly wants: string } {
  const text = typed.trim();
  const fact = factText(t, givable.fact);
  if (text === '') return { wants: t('given.wantsValue') };
  switch (givable.type) {
    case 'truth': return { value: text === 'true' };
    case 'word': return { value: text };
    case 'date': return readDay(text) === null ? { wants: t('given.notDate', { fact, found: text }) } : { value: text };
    case 'number': {
      const value = typedNumber(text);
      const { min, max, whole, unit } = givable;
      if (value === null) return { wants: t('given.notNumber', { fact, found: text }) };
      if (value >= min && value <= max && (!whole || Number.isInteger(value))) return { value };
      return { wants: t(whole ? 'given.outsideWhole' : 'given.outside', { fact, found: figure(value, Number.isInteger(value) ? 0 : 2), min: figure(min), max: figure(max), unit: unitText(t, unit) }) };
    }
  }
}
