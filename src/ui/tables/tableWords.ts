/** Words of tables: fields by the kind of table they stand in, problems, values, dates. */
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import type { TableKind } from '../../io/tables/kindFields.ts';
import type { FactConflict } from '../../io/tables/layers.ts';
import type { TableReportView } from '../../worker/tableProtocol.ts';
import { wordText } from '../rules/ruleWords.ts';
import { figure } from '../words/figures.ts';

/** The field's own name where the catalogue has none. */
export function tableFieldText(t: Translate, field: string, kind?: TableKind): string {
  const keys = [...(kind === undefined ? [] : [`tableField.${kind}.${field}`]), `tableField.${field}`, `field.${field}`];
  const key = keys.find(isMessageKey);
  return key === undefined ? field : t(key);
}

export function conflictValueText(t: Translate, value: FactConflict['values'][number]['value']): string {
  if (typeof value === 'number') return figure(value, Number.isInteger(value) ? 0 : 2);
  return typeof value === 'boolean' ? t(value ? 'assess.yes' : 'assess.no') : wordText(t, value);
}

export interface ReportWords {
  text: string;
  alarming: boolean;
}

/** What came of a table, in a word or two: rows not joined before rows joined. */
export function reportText(t: Translate, report: TableReportView | undefined, counts: { rows: number; tasks: number }): ReportWords {
  if (!report) return { text: t('tables.rowsShort', { count: figure(counts.rows) }), alarming: false };
  if (report.problems.some(({ severity }) => severity === 'refused')) return { text: t('tables.refusedShort'), alarming: true };
  if (report.unjoinedRows > 0) return { text: t('tables.unjoinedShort', { count: figure(report.unjoinedRows) }), alarming: true };
  if (report.doubledCommunities > 0) return { text: t('tables.doubledShort', { count: figure(report.doubledCommunities) }), alarming: true };
  if (report.kind === 'tasks') return { text: t('tables.tasksShort', { count: figure(counts.tasks) }), alarming: false };
  return { text: report.joined === null ? t('tables.rowsShort', { count: figure(counts.rows) }) : t('tables.joinedShort', { count: figure(report.joined) }), alarming: false };
}
