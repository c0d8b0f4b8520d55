/** One line of the scorecard in words, for the table and for the file. */
import type { FactValue } from '../../../core/rules/fact.ts';
import type { ScorecardLine } from '../../../report/scorecardCsv.ts';
import { boundText, unitText, valueText, verdictText } from '../../rules/ruleWords.ts';
import type { RuleWords } from '../useRuleWords.ts';
import type { ScoreLine } from './scoreLines.ts';

/** 54.2 %; null where there is no data. */
export function actualText({ t }: RuleWords, value: FactValue | null, { row }: ScoreLine): string | null {
  return value === null ? null : `${valueText(t, value, row.unit)} ${unitText(t, row.unit)}`.trim();
}

/** 54.2, without the unit. */
export function bareText({ t }: RuleWords, value: FactValue | null, { row }: ScoreLine): string {
  return valueText(t, value, row.unit);
}

export function targetText({ t }: RuleWords, { row }: ScoreLine): string {
  const target = boundText(t, row.target, row.unit);
  return target === '' ? '' : `${target} ${unitText(t, row.unit)}`.trim();
}

/** 达标 12 / 40 个社区…；8 个社区缺：用房面积 */
export function noteText(words: RuleWords, { row, indicator, wants }: ScoreLine): string {
  const { t } = words;
  const parts: string[] = [];
  if (row.meeting !== undefined && row.known > 0) parts.push(t('views.score.meeting', { meeting: row.meeting, known: row.known }));
  if (indicator.measure.type === 'given' && row.actual === null) parts.push(t('views.score.given'));
  if (wants.length > 0) {
    const fields = words.metrics(wants);
    parts.push(row.known === 0 ? t('views.score.needs', { fields }) : t('views.score.missing', { fields }));
  }
  return parts.join(t('sign.and'));
}

/** On hover of the verdict: why nothing is judged here. */
export function verdictHelp({ t }: RuleWords, { row }: ScoreLine): string | undefined {
  if (row.verdict !== 'guide') return undefined;
  return t('views.score.judgedAt', { levels: row.levels.map((level) => t(`rules.level.${level}`)).join(t('report.listSeparator')) });
}

export function scorecardLine(words: RuleWords, line: ScoreLine): ScorecardLine {
  const { t } = words;
  const { row, base, indicator } = line;
  const plain = (value: FactValue | null) => (typeof value === 'number' ? value : value === null ? null : valueText(t, value, row.unit));
  return {
    number: row.row, name: words.words(indicator.wording), aspect: row.aspect === null ? '' : t(`rules.aspect.${row.aspect}`), property: row.property === null ? '' : t(`views.score.${row.property}`),
    target: targetText(words, line), year: row.year, actual: plain(row.actual), base: plain(base ? base.actual : row.actual), unit: unitText(t, row.unit),
    known: row.known, unknown: row.unknown, verdict: verdictText(t, row), note: noteText(words, line), article: words.source(row.source),
  };
}
