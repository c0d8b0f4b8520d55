/** The defects as a table for Excel: one row each, heads in the reader's language with their units. */
import type { Acceptance } from '../core/coverage/accept.ts';
import type { CheckResult } from '../core/coverage/defect.ts';
import type { MessageKey, Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';
import type { Cell } from './csv.ts';
import { defectRows, rounded } from './defectRow.ts';
import type { DefectRow } from './defectRow.ts';

interface Column {
  head: MessageKey;
  cell: (row: DefectRow, t: Translate) => Cell;
}

const COLUMNS: readonly Column[] = [
  { head: 'report.id', cell: ({ defect }) => defect.id },
  { head: 'report.class', cell: ({ defect }) => defect.class },
  { head: 'report.className', cell: ({ className }) => className },
  { head: 'report.detail', cell: ({ detailName }) => detailName },
  { head: 'report.severity', cell: ({ severityName }) => severityName },
  { head: 'report.state', cell: ({ stateName }) => stateName },
  { head: 'report.units', cell: ({ units }, t) => units.join(t('report.listSeparator')) },
  { head: 'report.area', cell: ({ defect }) => rounded(defect.areaSquareMetres, 2) },
  { head: 'report.width', cell: ({ defect }) => rounded(defect.widthMetres, 3) },
  { head: 'report.length', cell: ({ defect }) => rounded(defect.lengthMetres, 2) },
  { head: 'report.longitude', cell: ({ defect }) => rounded(defect.location[0], 7) },
  { head: 'report.latitude', cell: ({ defect }) => rounded(defect.location[1], 7) },
  { head: 'report.reason', cell: ({ reasonName }) => reasonName },
  { head: 'report.groundKind', cell: ({ groundKindName }) => groundKindName },
  { head: 'report.note', cell: ({ acceptance }) => acceptance?.note ?? '' },
  { head: 'report.role', cell: ({ acceptance }) => acceptance?.role ?? '' },
  { head: 'report.date', cell: ({ acceptance }) => acceptance?.date ?? '' },
];

export function defectsCsv(
  result: CheckResult, labels: readonly string[], acceptances: readonly Acceptance[], t: Translate,
): string {
  const rows = defectRows(result, labels, acceptances, t).map((row) => COLUMNS.map((column) => column.cell(row, t)));
  return csv([COLUMNS.map(({ head }) => t(head)), ...rows]);
}
