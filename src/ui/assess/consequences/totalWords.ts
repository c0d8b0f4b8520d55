/** A line of the totals in words: what it counts, in which unit, by which article. */
import type { Consequences } from '../../../core/rules/consequences.ts';
import type { TotalCsvLine } from '../../../report/consequencesCsv.ts';
import type { Source } from '../../../core/rules/profile.ts';
import { amount, articleText, unitText } from '../../rules/ruleWords.ts';
import { figure } from '../../words/figures.ts';
import type { RuleWords } from '../useRuleWords.ts';
import { needUnit, type TotalLine } from './consequenceLines.ts';

export interface TotalWords {
  item: string;
  unit: string;
  text: (value: number) => string;
  /** In full; `short` without the document. */
  article: string;
  short: string;
}

export function totalWords(words: RuleWords, of: Consequences, line: TotalLine): TotalWords {
  const { t, rules } = words;
  if (line.kind === 'money') {
    const sources = rules?.money.flatMap((entry) => (entry.off ? [] : [entry.source])) ?? [];
    return { item: t('views.consequences.money.column'), unit: t('rules.unit.yuanPerYear'), text: (value) => figure(value), ...articles(words, sources) };
  }
  if (line.kind === 'need') {
    const unit = needUnit(of, line.id) ?? (line.id === 'rooms' || line.id === 'plaza' ? 'squareMetres' : line.id === 'grids' ? 'grids' : 'persons');
    const sources = rules?.rules.flatMap((rule) => (rule.need === line.id && !rule.off && !rule.reference ? [rule.source] : [])) ?? [];
    return { item: t(`rules.need.${line.id}`), unit: unitText(t, unit), text: (value) => amount(value, unit), ...articles(words, sources) };
  }
  const plain = { text: (value: number) => figure(value), article: '', short: '' };
  if (line.id === 'households' || line.id === 'people') return { ...plain, item: t(`column.${line.id}`), unit: t(`unit.${line.id}`) };
  return { ...plain, item: line.id === 'communities' ? t('views.league.communities') : t('views.consequences.classOf', { class: t(`rules.class.${line.id}`) }), unit: t('unit.count') };
}

function articles({ t, source }: RuleWords, sources: readonly Source[]): Pick<TotalWords, 'article' | 'short'> {
  const each = (text: (of: Source) => string) => [...new Set(sources.map(text))].join(t('report.listSeparator'));
  return { article: each(source), short: each((of) => articleText(t, of)) };
}

export function totalCsvLine(words: RuleWords, of: Consequences, line: TotalLine): TotalCsvLine {
  const { item, unit, article } = totalWords(words, of, line);
  const short = line.kind === 'need' ? { shortBefore: line.shortBefore, shortAfter: line.shortAfter } : { shortBefore: null, shortAfter: null };
  return { item, unit, before: line.before, after: line.after, ...short, unknown: line.unknown, article };
}
