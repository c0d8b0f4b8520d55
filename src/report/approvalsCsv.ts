/** The approval routes of the communities that a scenario creates, as a table for Excel: a row for each step and deadline. */
import type { Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';

export interface ApprovalCsvLine {
  community: string;
  id: string;
  zone: string;
  route: string;
  /** `YYYY-MM-DD`; null before the approval. */
  approved: string | null;
  step: number | null;
  what: string;
  who: string;
  planned: string | null;
  due: string | null;
  done: string | null;
  state: string;
  article: string;
}

export function approvalsCsv(lines: readonly ApprovalCsvLine[], t: Translate): string {
  return csv([
    [
      t('column.name'), t('column.code'), t('views.approvals.csv.zone'), t('views.approvals.csv.route'), t('views.approvals.approved'), t('views.approvals.step'), t('views.approvals.what'), t('views.approvals.who'),
      t('views.approvals.planned'), t('views.approvals.csv.due'), t('views.approvals.done'), t('views.approvals.csv.state'), t('views.article'),
    ],
    ...lines.map(({ community, id, zone, route, approved, step, what, who, planned, due, done, state, article }) => [
      community, id, zone, route, approved, step, what, who, planned, due, done, state, article,
    ]),
  ]);
}
