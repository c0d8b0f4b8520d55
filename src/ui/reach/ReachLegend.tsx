/** Legend of 可达: a line for every colour that is on the map. Samples are drawn with the map's own strokes. */
import type { ReactNode } from 'react';
import type { ReachMark, ReachView } from '../../map/mapView.ts';
import { BAND_OPACITY, GAINED_HOME_WIDTH, UNKNOWN_HOME } from '../../map/layers/reach.ts';
import { isStraight, useReach } from '../../state/reach/reach.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { GainLegend } from './GainLegend.tsx';
import { bandText } from './reachWords.ts';

const STRIPES = 'M-2 12 10 0M6 12 18 0M14 12 26 0M22 12 34 0';
const NEAR_FIRST = ['var(--iso-near)', 'var(--iso-middle)', 'var(--iso-far)'];

export function ReachLegend({ of }: { of: ReachView }) {
  const t = useTranslate();
  const view = useReach((mirror) => mirror.view);
  const isochrone = useReach((mirror) => mirror.isochrone);
  const straight = useReach((mirror) => isStraight(mirror.state));
  const has = (kind: ReachMark['kind']) => of.marks.some((mark) => mark.kind === kind);
  const homes = (test: (home: NonNullable<typeof view>['homes'][number]) => boolean) => view?.homes.some(test) ?? false;
  const lines: [string, boolean, string, ReactNode][] = [
    ['facility', of.facilities !== null, t('reachPage.legend.facility'), <circle key="s" cx="13" cy="6" r="5" fill="var(--ink)" stroke="#fff" strokeWidth="1.5" />],
    ['pin', has('pin'), t('reachPage.legend.pin'), <path key="s" d="M13 12C10 8.5 9 7 9 4.8a4 4 0 0 1 8 0C17 7 16 8.5 13 12" fill="var(--acc)" />],
    ['site', has('site'), t('reachPage.legend.site'), <g key="s"><rect x="6" y=".6" width="14" height="10.8" rx="2.5" fill="var(--acc)" /><text x="13" y="9.4" textAnchor="middle" fontSize="9" fontWeight="700" fill="#fff">A</text></g>],
    ['origin', has('origin'), t('reachPage.legend.origin'), <circle key="s" cx="13" cy="6" r="4.5" fill="var(--iso-line)" stroke="#fff" strokeWidth="1.5" />],
    ['bands', of.labels.length > 0, t('reachPage.legend.bands', { limits: isochrone?.bands.map((band) => bandText(t, band)).join(t('report.listSeparator')) ?? '' }), <Bands key="s" count={isochrone?.bands.length ?? 0} />],
    ['straight', straight && of.labels.length > 0, t('reachPage.legend.straight'), null],
    ['uncovered', homes((home) => home.has === 'no'), t('reachPage.legend.uncovered'), <Hatch key="s" edge="var(--over-f)" width={1.1} />],
    ['gained', homes((home) => home.gained), t('reachPage.legend.gained'), <Hatch key="s" edge="var(--will-be)" width={GAINED_HOME_WIDTH} />],
    ['unknown', homes((home) => home.has === 'unknown'), t('reachPage.legend.unknown'), <rect key="s" x="1" y="1" width="24" height="10" fill="none" stroke="var(--ink3)" strokeWidth={UNKNOWN_HOME.width} strokeDasharray={UNKNOWN_HOME.dash.join(' ')} />],
    ['pocket', has('pocket'), t('reachPage.legend.pocket'), <g key="s"><rect x="6" y=".6" width="14" height="10.8" rx="2.5" fill="#fff" stroke="var(--over-f)" strokeWidth="1.2" /><text x="13" y="9.4" textAnchor="middle" fontSize="9" fontWeight="700" fill="var(--over)">1</text></g>],
    ['noGate', has('noGate'), t('reachPage.legend.noGate'), <circle key="s" cx="13" cy="6" r="4" fill="#fff" stroke="var(--under-f)" strokeWidth="1.8" />],
    ['gate', has('gate'), t('reachPage.legend.gate'), <circle key="s" cx="13" cy="6" r="3.6" fill="var(--under-f)" stroke="#fff" strokeWidth="1.4" />],
  ];
  return <>{lines.map(([key, shown, label, sample]) => shown && <li key={key}><svg viewBox="0 0 26 12" aria-hidden="true">{sample}</svg>{label}</li>)}<GainLegend /></>;
}

function Bands({ count }: { count: number }) {
  const width = 26 / Math.max(1, count);
  return <g stroke="var(--iso-line)" strokeWidth=".8">{Array.from({ length: count }, (_, k) => <rect key={k} x={k * width} y="1" width={width} height="10" fill={NEAR_FIRST[Math.min(k, NEAR_FIRST.length - 1)]} fillOpacity={BAND_OPACITY} />)}</g>;
}

function Hatch({ edge, width }: { edge: string; width: number }) {
  return <g><path d={STRIPES} stroke="var(--over-f)" strokeWidth="1.2" /><rect x="1" y="1" width="24" height="10" fill="none" stroke={edge} strokeWidth={width} /></g>;
}
