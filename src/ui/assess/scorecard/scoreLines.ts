/** The scorecard's lines: each indicator with how it stood at the base, and the fields that it wants for. */
import type { RowMoved } from '../../../core/rules/consequences.ts';
import type { ScoreRow } from '../../../core/rules/indicator.ts';
import type { Indicator, Measure } from '../../../core/rules/profile.ts';
import type { Aspect } from '../../../core/rules/vocabulary.ts';

export interface ScoreLine {
  row: ScoreRow;
  indicator: Indicator;
  /** Where it moved: how it stood at the base. */
  base: RowMoved['before'] | null;
  /** Metrics that communities without data lack one of; empty where all are known or the figure is given as a whole. */
  wants: readonly string[];
}

export type ScoreFilter = 'all' | 'missed' | 'unknown' | 'moved';

/** Numbered rows first, by number; the others as the profile has them. `moved` null: no base is known. */
export function scoreLines(scorecard: readonly ScoreRow[], indicators: readonly Indicator[], moved: readonly RowMoved[] | null): ScoreLine[] {
  const byId = new Map(indicators.map((each) => [each.id, each]));
  const before = new Map(moved?.map((each) => [each.indicator, each.before]));
  const lines = scorecard.flatMap((row): ScoreLine[] => {
    const indicator = byId.get(row.indicator);
    return indicator ? [{ row, indicator, base: before.get(row.indicator) ?? null, wants: row.unknown === 0 ? [] : measuredBy(indicator.measure) }] : [];
  });
  return lines.sort((a, b) => (a.row.row ?? Infinity) - (b.row.row ?? Infinity) || 0);
}

/** Metrics that a measure reads, each once. */
export function measuredBy(measure: Measure): string[] {
  switch (measure.type) {
    case 'share': return [...new Set(measure.has.map(({ metric }) => metric))];
    case 'ratio': return [...new Set([measure.of, measure.by])];
    case 'each': return [measure.metric];
    case 'sum': return [...new Set([measure.metric, measure.by])];
    case 'given': return [];
  }
}

export function isShown({ row, base }: ScoreLine, filter: ScoreFilter, aspect: Aspect | 'none' | null): boolean {
  if (aspect !== null && (row.aspect ?? 'none') !== aspect) return false;
  if (filter === 'missed') return row.verdict === 'fail';
  if (filter === 'unknown') return row.actual === null && row.verdict !== 'notApplicable';
  return filter === 'moved' ? base !== null : true;
}

/** Aspects that occur, in the order given; `none` last where some row has none. */
export function aspectsIn(lines: readonly ScoreLine[], order: readonly Aspect[]): (Aspect | 'none')[] {
  const found = new Set(lines.map(({ row }) => row.aspect ?? 'none'));
  return [...order, 'none' as const].filter((each) => found.has(each));
}

/** A target whose year has ended by the as-of day, `YYYY-MM-DD`. */
export function isPast(year: number, asOf: string): boolean {
  return Number(asOf.slice(0, 4)) > year;
}
