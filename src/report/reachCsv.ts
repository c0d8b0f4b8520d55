/** Reach for Excel: pockets, homes, communities. Each says by which limit it was counted; what is unknown is an empty cell. */
import type { Translate } from '../i18n/index.ts';
import { csv, type Cell } from './csv.ts';
import { rounded } from './defectRow.ts';

export interface ReachCsvSetting {
  /** Category in words. */
  category: string;
  /** Limit in words. */
  limit: string;
  minutesOf: (metres: number) => number | null;
  /** A category's id in words. */
  nameOf: (category: string) => string;
}

interface PocketLine {
  communities: readonly string[];
  people: number;
  households: number;
  homes: number;
  largest: string | null;
  meanMetres: number | null;
  at: readonly [number, number];
}

interface HomeLine {
  name: string;
  community: string | null;
  people: number | null;
  households: number | null;
  metres: number | null;
  has: 'yes' | 'no' | 'unknown';
  missing: readonly string[];
  at: readonly [number, number];
}

interface CommunityLine {
  name: string;
  subdistrict: string | null;
  complete: boolean | 'unknown';
  sharePercent: number | null;
  households: number;
  unknownHouseholds: number;
  missing: readonly string[];
  rates: readonly (number | null)[];
}

const DEGREE_DECIMALS = 6;
const PERCENT = 100;

export function pocketsCsv(rows: readonly PocketLine[], setting: ReachCsvSetting, t: Translate): string {
  return csv([
    [t('reachPage.order'), t('reachPage.category'), t('reachPage.csv.limit'), t('reachPage.inCommunities'), t('report.people'), t('report.households'), t('reachPage.homesCount'), t('reachPage.largest'), t('reachPage.csv.metres'), t('reachPage.csv.minutes'), ...place(t)],
    ...rows.map(({ communities, people, households, homes, largest, meanMetres, at }, index) => [
      index + 1, setting.category, setting.limit, communities.join(t('report.listSeparator')), people, households, homes, largest, ...way(meanMetres, setting), ...where(at),
    ]),
  ]);
}

export function homesCsv(rows: readonly HomeLine[], setting: ReachCsvSetting, t: Translate): string {
  return csv([
    [t('reachPage.home'), t('reachPage.table.communities'), t('reachPage.category'), t('reachPage.csv.limit'), t('report.people'), t('report.households'), t('reachPage.csv.metres'), t('reachPage.csv.minutes'), t('reachPage.state'), t('reachPage.missing'), ...place(t)],
    ...rows.map(({ name, community, people, households, metres, has, missing, at }) => [
      name, community, setting.category, setting.limit, people, households, ...way(metres, setting), t(`reachPage.has.${has}`), missing.map(setting.nameOf).join(t('report.listSeparator')), ...where(at),
    ]),
  ]);
}

/** `categories`: ids in the order of each row's rates. */
export function reachCommunitiesCsv(rows: readonly CommunityLine[], categories: readonly string[], setting: ReachCsvSetting, t: Translate): string {
  return csv([
    [t('reachPage.table.communities'), t('column.subdistrict'), t('reachPage.csv.limit'), t('reachPage.csv.complete'), t('reachPage.csv.share'), t('report.households'), t('reachPage.csv.unknownHouseholds'), t('reachPage.missing'), ...categories.map((id) => t('reachPage.csv.rate', { category: setting.nameOf(id) }))],
    ...rows.map(({ name, subdistrict, complete, sharePercent, households, unknownHouseholds, missing, rates }) => [
      name, subdistrict, setting.limit, t(`reachPage.complete.${complete}`), rounded(sharePercent, 1), households, unknownHouseholds, missing.map(setting.nameOf).join(t('report.listSeparator')), ...rates.map((rate) => (rate === null ? null : rounded(rate * PERCENT, 1))),
    ]),
  ]);
}

function place(t: Translate): string[] {
  return [t('reachPage.csv.lng'), t('reachPage.csv.lat')];
}

function where([lng, lat]: readonly [number, number]): Cell[] {
  return [Number(lng.toFixed(DEGREE_DECIMALS)), Number(lat.toFixed(DEGREE_DECIMALS))];
}

function way(metres: number | null, { minutesOf }: ReachCsvSetting): Cell[] {
  return [metres === null ? null : Math.round(metres), metres === null ? null : rounded(minutesOf(metres), 1)];
}
