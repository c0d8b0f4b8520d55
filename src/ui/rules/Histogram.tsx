/** Sizes of the communities with the band drawn in: what is too large, too small, and how the rest lies about the suitable size. */
import { useMemo } from 'react';
import { useAssess } from '../../state/assess/assess.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { sizeBars } from './sizeBars.ts';

const WIDTH = 244;
const HEIGHT = 66;
const TOP = 12;

export function Histogram() {
  const t = useTranslate();
  const rules = useAssess((mirror) => mirror.state?.rules ?? null);
  const communities = usePlan((mirror) => mirror.state?.communities ?? null);
  const shown = useMemo(
    () => rules && communities && sizeBars(communities.map(({ households }) => (households.known ? households.value : null)), rules.households),
    [rules, communities],
  );
  if (!shown || !rules || !communities) return null;
  const { bars, width, unknown } = shown;
  const end = bars.length * width;
  const x = (households: number) => (WIDTH * Math.min(households, end)) / end;
  const tallest = Math.max(1, ...bars.map(({ count }) => count));
  const band = rules.households;
  const [low, high] = [band?.min ?? 0, band?.max ?? end];
  const ideal = rules.suitableHouseholds;
  return (
    <section className="section histogram" aria-label={t('histogram.title')}>
      <h3>{t('histogram.title')} <span className="unit">{t('histogram.count', { count: figure(communities.length) })}</span></h3>
      <svg viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 16}`} role="img" aria-label={bars.filter(({ count }) => count > 0).map((bar) => t('histogram.bar', { from: figure(bar.from), to: figure(bar.to), count: bar.count })).join('；')}>
        {band && <rect x={x(low)} y={TOP - 4} width={x(high) - x(low)} height={HEIGHT + 4} className="band" />}
        {bars.map((bar) => {
          const height = (HEIGHT * bar.count) / tallest;
          return (
            <g key={bar.from}>
              <title>{t('histogram.bar', { from: figure(bar.from), to: figure(bar.to), count: bar.count })}</title>
              <rect x={x(bar.from) + 1} y={TOP + HEIGHT - height} width={WIDTH / bars.length - 2} height={height} className={`bar ${bar.tone}`} />
              {bar.count > 0 && <text x={x(bar.from) + WIDTH / bars.length / 2} y={TOP + HEIGHT - height - 2} textAnchor="middle">{bar.count}</text>}
            </g>
          );
        })}
        <path d={`M0 ${TOP + HEIGHT + 0.5}h${WIDTH}`} className="axis" />
        {ideal !== null && ideal < end && <path d={`M${x(ideal)} ${TOP - 4}V${TOP + HEIGHT}`} className="ideal" />}
        {ticksOf(band?.min ?? null, band?.max ?? null, ideal, end).map(({ at, label, ideal: isIdeal }) => (
          <text key={at} x={Math.max(0, Math.min(WIDTH, x(at)))} y={TOP + HEIGHT + 12} textAnchor={at === 0 ? 'start' : x(at) > WIDTH - 20 ? 'end' : 'middle'} className={isIdeal ? 'strong' : 'tick'}>
            {isIdeal ? t('histogram.ideal', { value: label }) : label}
          </text>
        ))}
      </svg>
      <p className="note">
        {t(band ? 'histogram.note' : 'histogram.noteNoBand', { width: figure(width) })}{unknown > 0 && ` · ${t('histogram.unknown', { count: figure(unknown) })}`}
      </p>
    </section>
  );
}

/** What would stand on one another is left out; the band's ends stay. */
function ticksOf(min: number | null, max: number | null, ideal: number | null, end: number): { at: number; label: string; ideal: boolean }[] {
  const ticks = [min, max].flatMap((at) => (at === null || at > end ? [] : [{ at, label: figure(at), ideal: false }]));
  if (ticks.every(({ at }) => at > 0.12 * end)) ticks.unshift({ at: 0, label: '0', ideal: false });
  if (ideal !== null && ideal < end && ticks.every(({ at }) => Math.abs(at - ideal) > 0.2 * end)) ticks.push({ at: ideal, label: figure(ideal), ideal: true });
  return ticks;
}
