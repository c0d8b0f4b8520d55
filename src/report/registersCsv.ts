/** The three registers as tables for Excel: attachments, contested ground, the rooms ledger of compounds. */
import type { Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';
import { rounded } from './defectRow.ts';

export interface AttachmentLine {
  compound: string;
  community: string;
  until: string | null;
  expired: boolean;
  note: string;
}

export function attachmentsCsv(lines: readonly AttachmentLine[], t: Translate): string {
  return csv([
    [t('views.attachments.compound'), t('views.attachments.keeper'), t('views.attachments.until'), t('column.state'), t('report.note')],
    ...lines.map(({ compound, community, until, expired, note }) => [compound, community, until, expired ? t('views.attachments.expired') : '', note]),
  ]);
}

export interface ContestedLine {
  claimants: readonly string[];
  areaSquareMetres: number;
  widthMetres: number;
  at: readonly [number, number];
}

const DEGREE_DECIMALS = 7;

export function contestedCsv(lines: readonly ContestedLine[], t: Translate): string {
  return csv([
    [t('views.contested.claimants'), t('report.area'), t('report.width'), t('report.longitude'), t('report.latitude'), t('views.attachments.do')],
    ...lines.map(({ claimants, areaSquareMetres, widthMetres, at: [longitude, latitude] }) => [
      claimants.join(t('report.listSeparator')), rounded(areaSquareMetres, 2), rounded(widthMetres, 2), rounded(longitude, DEGREE_DECIMALS), rounded(latitude, DEGREE_DECIMALS), t('views.contested.advice'),
    ]),
  ]);
}

export interface LedgerCsvLine {
  compound: string;
  community: string;
  households: number | null;
  completed: string | null;
  owed: number | null;
  have: number | null;
  short: number | null;
  verdict: string;
  deed: string;
  article: string;
}

export function ledgerCsv(lines: readonly LedgerCsvLine[], t: Translate): string {
  const area = (what: string) => `${what}（m²）`;
  return csv([
    [
      t('views.ledger.compound'), t('views.ledger.community'), t('report.households'), t('views.ledger.completed'), area(t('views.ledger.owed')), area(t('views.ledger.have')), area(t('views.ledger.short')),
      t('views.score.verdict'), t('views.attachments.do'), t('views.article'),
    ],
    ...lines.map(({ compound, community, households, completed, owed, have, short, verdict, deed, article }) => [
      compound, community, households, completed, rounded(owed, 1), rounded(have, 1), rounded(short, 1), verdict, deed, article,
    ]),
  ]);
}
