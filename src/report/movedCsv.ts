/** What lies elsewhere than before, as a table for Excel: compound or building, from, to, households. */
import type { Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';
import { rounded } from './defectRow.ts';

export interface MovedRow {
  atom: string | null;
  kind: string;
  from: string | null;
  to: string | null;
  households: number;
  people: number;
  estimatedShare: number;
}

export function movedCsv(rows: readonly MovedRow[], t: Translate): string {
  return csv([
    [t('moved.what'), t('moved.from'), t('moved.to'), t('report.households'), t('report.people'), t('report.estimatedShare')],
    ...rows.map((row) => [
      row.kind === 'remainder' || row.atom === null ? t('moved.remainder') : row.atom, row.from ?? t('moved.nobody'), row.to ?? t('moved.nobody'), row.households, row.people, rounded(row.estimatedShare, 4),
    ]),
  ]);
}
