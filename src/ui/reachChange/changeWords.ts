/** Words of a change of reach: subjects, how it was counted, sums that moved. */
import type { Translate } from '../../i18n/index.ts';
import type { Dwellers } from '../../core/network/reachChange.ts';
import { WHOLE_CIRCLE, type CircleCount, type ReachChange, type ReachChangeCommunity, type ReachChangeSubject } from '../../worker/reachChangeProtocol.ts';
import { categoryName } from '../reach/reachWords.ts';
import { figure } from '../words/figures.ts';

export function subjectName(t: Translate, id: string): string {
  return id === WHOLE_CIRCLE ? t('reachChange.circle') : categoryName(t, id);
}

/** 计围墙大门；步行 ≤ 15 min，1.2 m/s，即 1,080 m；… */
export function basisText(t: Translate, { reading, limitMetres, minutes, speedMetresPerSecond }: Pick<ReachChange, 'reading' | 'limitMetres' | 'minutes' | 'speedMetresPerSecond'>): string {
  const metres = figure(limitMetres);
  const limit = minutes === null || speedMetresPerSecond === null ? t('reachChange.limit.metres', { metres })
    : t('reachChange.limit.minutes', { minutes: figure(minutes, Number.isInteger(minutes) ? 0 : 1), speed: figure(speedMetresPerSecond, 1), metres });
  return t('reachChange.basis', { reading: t(`reachChange.reading.${reading}`), limit });
}

export function summaryText(t: Translate, { id, whole: { gained, lost } }: ReachChangeSubject, what: keyof Dwellers): string {
  const subject = subjectName(t, id);
  return gained === null || lost === null ? t('reachChange.summaryUnknown', { subject }) : t('reachChange.summary', { subject, gained: figure(gained[what]), lost: figure(lost[what]), unit: t(`unit.${what}`) });
}

/** 3, or 3（另有 2 个不明）; null: of none it is known. */
export function circleCountText(t: Translate, { complete, unknown, communities }: CircleCount): string | null {
  if (unknown === communities) return null;
  return unknown > 0 ? t('reachChange.circlePartly', { complete: figure(complete), unknown: figure(unknown) }) : figure(complete);
}

/** 甲社区, or 甲社区 → 乙社区 where it was renamed. */
export function changedName({ nameBefore, nameAfter }: Pick<ReachChangeCommunity, 'nameBefore' | 'nameAfter'>): string {
  return nameBefore !== null && nameAfter !== null && nameBefore !== nameAfter ? `${nameBefore} → ${nameAfter}` : (nameAfter ?? nameBefore ?? '');
}

/** Who gains or loses most comes first, then those whose ground changed, then by name; `subject` by its index. */
export function byChange(communities: readonly ReachChangeCommunity[], subject: number): ReachChangeCommunity[] {
  const weight = ({ lines }: ReachChangeCommunity): [number, number] => {
    const line = lines[subject];
    return [(line?.gained?.people ?? 0) + (line?.lost?.people ?? 0), (line?.movedIn?.people ?? 0) + (line?.movedOut?.people ?? 0)];
  };
  return communities.map((row) => ({ row, weight: weight(row), name: changedName(row) }))
    .sort((p, q) => q.weight[0] - p.weight[0] || q.weight[1] - p.weight[1] || (p.name < q.name ? -1 : p.name > q.name ? 1 : 0)).map(({ row }) => row);
}
