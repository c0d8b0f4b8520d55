/** The league table for Excel: six aspects, each with its counts and rate, and the totals of each area. */
import { ASPECTS } from '../core/rules/vocabulary.ts';
import type { AreaAssessment } from '../core/assess.ts';
import type { Translate } from '../i18n/index.ts';
import { csv } from './csv.ts';
import { rounded } from './defectRow.ts';

const RATE_DECIMALS = 2;

export function leagueCsv(areas: readonly AreaAssessment[], t: Translate): string {
  const head = [
    t('views.league.name'), t('views.league.nameDistrict'),
    ...ASPECTS.flatMap((aspect) => (['pass', 'judged', 'rate', 'unknown'] as const).map((what) => t(`views.league.csv.${what}`, { aspect: t(`rules.aspect.${aspect}`) }))),
    t('sheet.communities'), t('report.households'), t('report.people'), t('views.league.csv.superLarge'), t('views.league.csv.micro'), t('views.league.csv.roomsShort'), t('views.league.csv.money'),
  ];
  return csv([head, ...areas.map(({ name, district, league, totals }) => [
    name, district,
    ...ASPECTS.flatMap((aspect) => { const { pass, fail, rate, unknown } = league[aspect]; return [pass, pass + fail, rounded(rate, RATE_DECIMALS), unknown]; }),
    totals.communities, totals.households, totals.people, totals.superLarge, totals.micro, rounded(totals.needs.rooms?.short ?? null, 1), totals.moneyYuanPerYear,
  ])]);
}
