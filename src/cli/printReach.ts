/** The outcome of `sizhi reach` in words. */
import { networkReport } from '../core/network/streetGraph.ts';
import type { Translate } from '../i18n/index.ts';
import type { ReachOutcome } from './reachCommand.ts';

const ROWS = 60;
const BASES = { call: 'reach.basisCall', project: 'reach.basisProject', profile: 'reach.basisProfile' } as const;

export function printReach({ call, graph, origins, coverage, isWalled }: ReachOutcome, t: Translate): void {
  const say = (line: string) => process.stdout.write(`${line.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')}\n`);
  const { vertices, edges, components, largestShare } = networkReport(graph);
  say(t('reach.graph', { vertices, edges, components, share: (largestShare * 100).toFixed(1) }));
  for (const { id, minutes, metres, vertices: reached, junctions, reachedLengthMillimetres } of origins.rows.slice(0, ROWS)) {
    const limit = minutes === null ? t('reach.metres', { metres }) : t('reach.minutes', { minutes, metres });
    say(t('reach.origin', { id, limit, vertices: reached, junctions, length: (reachedLengthMillimetres / 1e6).toFixed(2) }));
  }
  if (origins.rows.length > ROWS) say(t('cli.more', { count: origins.rows.length - ROWS }));
  if (coverage === null) return;
  say(t(isWalled ? 'reach.walled' : 'reach.open'));
  say(t('reach.limitUsed', { metres: coverage.limit.metres, basis: t(BASES[coverage.limit.basis]) }));
  for (const { category, households, coveredHouseholds, rate } of coverage.city.categories) {
    say(t('reach.rate', { category, covered: coveredHouseholds, households, rate: rate === null ? t('reach.noData') : `${(rate * 100).toFixed(1)}%` }));
  }
  const count = (complete: boolean | 'unknown') => coverage.circle.filter((row) => row.complete === complete).length;
  if (coverage.circle.length > 0) say(t('reach.circle', { complete: count(true), incomplete: count(false), unknown: count('unknown') }));
  if (coverage.pockets.length > 0) say(t('reach.pockets'));
  for (const { category, people, households, lng, lat } of coverage.pockets) say(t('reach.pocket', { category, people, households, lng: lng.toFixed(5), lat: lat.toFixed(5) }));
  if (call.out !== null) say(call.out);
}
