/** Indicators that moved, as lines of the scorecard: what the row is now, with how it stood. */
import type { Consequences } from '../../../core/rules/consequences.ts';
import type { Indicator } from '../../../core/rules/profile.ts';
import type { ScoreRow } from '../../../core/rules/indicator.ts';
import { measuredBy, type ScoreLine } from '../scorecard/scoreLines.ts';

/** Of indicators that the profile still has. Targets that depend on the communities are not told here. */
export function movedLines({ indicators: moved }: Pick<Consequences, 'indicators'>, indicators: readonly Indicator[]): ScoreLine[] {
  const byId = new Map(indicators.map((each) => [each.id, each]));
  const lines = moved.flatMap(({ indicator: id, row: number, before, after }): ScoreLine[] => {
    const indicator = byId.get(id);
    if (!indicator) return [];
    const { target, unit, strength, levels, property, year, aspect, source, reading, measure } = indicator;
    const row: ScoreRow = {
      indicator: id, row: number, ...after, unit, strength, levels, source, property: property ?? null, year: year ?? null, aspect: aspect ?? null,
      target: target.type === 'range' ? { ...(typeof target.min === 'number' ? { min: target.min } : {}), ...(typeof target.max === 'number' ? { max: target.max } : {}) } : target.type === 'is' ? { value: target.value } : null,
      ...(reading === undefined ? {} : { reading }),
    };
    return [{ row, indicator, base: before, wants: after.unknown === 0 ? [] : measuredBy(measure) }];
  });
  return lines.sort((a, b) => (a.row.row ?? Infinity) - (b.row.row ?? Infinity) || 0);
}
