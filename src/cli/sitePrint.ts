/** The outcome of `sizhi site` in words. */
import type { MessageKey, Translate } from '../i18n/index.ts';
import type { SiteOutcome } from './siteCommand.ts';

const ROWS = 100;
const UNITS: Readonly<Record<SiteOutcome['call']['objective'], { value: MessageKey; gain: MessageKey }>> = {
  coverage: { value: 'site.valueCoverage', gain: 'site.gainPeople' },
  median: { value: 'site.valueMedian', gain: 'site.nearestOf' },
  coverAll: { value: 'site.valueCoverAll', gain: 'site.gainPeople' },
};

export function printSite({ call, answer, seconds }: SiteOutcome, t: Translate): void {
  const say = (line: string) => process.stdout.write(`${line.replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')}\n`);
  const { result: { value, bound, gap, isProved, boundBy, figures }, sites, excluded } = answer;
  const figure = (number: number) => (call.objective === 'median' ? number.toFixed(1) : String(number));
  const metres = call.limitMillimetres / 1000;
  say(t(UNITS[call.objective].value, { value: figure(value), count: sites.length, metres }));
  if (isProved) say(t('site.proved'));
  else say(t(boundBy === 'solver' ? 'site.boundBySolver' : 'site.boundByRelaxation', { bound: figure(bound), gap: gap === null ? '—' : `${(gap * 100).toFixed(2)}%` }));
  sites.slice(0, ROWS).forEach(({ id, lng, lat, gain, nearestOf }, k) => {
    say(t(UNITS[call.objective].gain, { number: k + 1, id, lng: lng.toFixed(6), lat: lat.toFixed(6), gain, people: nearestOf }));
  });
  if (sites.length > ROWS) say(t('cli.more', { count: sites.length - ROWS }));
  if (call.objective !== 'coverAll' && sites.length < call.count) say(t('site.fewer', { count: call.count - sites.length }));
  say(t('site.covered', { before: figures.coveredBefore, after: figures.coveredAfter, total: figures.total, metres }));
  if (figures.cannotBeCovered > 0) say(t('site.cannotBeCovered', { people: figures.cannotBeCovered, points: figures.cannotBeCoveredPoints.length, metres }));
  if (figures.notReached !== null && figures.notReached > 0) say(t('site.notReached', { people: figures.notReached }));
  if (excluded.length > 0) {
    for (const reason of ['named', 'tooSmall', 'areaUnknown', 'offStreet'] as const) {
      const ids = excluded.filter((each) => each.reason === reason).map(({ id }) => id);
      if (ids.length > 0) say(t(`site.excluded.${reason}`, { count: ids.length, found: ids.slice(0, 10).join('、') }));
    }
  }
  say(t('site.seconds', { seconds: seconds.toFixed(1), seed: call.seed }));
}
