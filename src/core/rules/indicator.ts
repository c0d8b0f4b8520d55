/** A row of the scorecard: one indicator over the communities of an area (policy sheet §8). */
import { judge, perUnitRange, rangeOf, type Asked } from './bound.ts';
import type { Fact } from './fact.ts';
import type { Indicator, Source, Wording } from './profile.ts';
import type { Layered } from './resolveProfile.ts';
import type { ColumnSum } from './sums/columnSum.ts';
import type { Aspect, Level, Strength, Unit, Verdict } from './vocabulary.ts';

export interface ScoreRow {
  readonly indicator: string;
  /** Number in the plan's table; null for the others. */
  readonly row: number | null;
  readonly actual: number | boolean | null;
  readonly target: Asked | null;
  readonly verdict: Verdict;
  /** Communities. Of a figure that is given: 1 or 0. */
  readonly known: number;
  readonly unknown: number;
  readonly unit: Unit;
  readonly strength: Strength;
  readonly levels: readonly Level[];
  readonly property: 'binding' | 'expected' | null;
  readonly year: number | null;
  readonly aspect: Aspect | null;
  readonly source: Source;
  readonly reading?: Wording;
  /** Of a figure asked of each community: how many meet it. */
  readonly meeting?: number;
}

/** `level` is that of the area; a row is judged at its own levels only. `given` stands for a measure that no community bears. */
export function scoreRow(indicator: Layered<Indicator>, sum: ColumnSum, given: Fact | undefined, level: Level): ScoreRow {
  const { actual, target, verdict, known, unknown, meeting } = indicator.measure.type === 'given' ? givenRow(indicator, given) : summedRow(indicator, sum);
  const judged = indicator.levels.includes(level) && indicator.strength !== 'suitable' && indicator.target.type !== 'shown';
  return {
    indicator: indicator.id, row: indicator.row ?? null, actual, target, verdict: judged || verdict === 'notApplicable' || actual === null ? verdict : 'guide',
    known, unknown, unit: indicator.unit, strength: indicator.strength, levels: indicator.levels, property: indicator.property ?? null, year: indicator.year ?? null,
    aspect: indicator.aspect ?? null, source: indicator.source,
    ...(indicator.reading === undefined ? {} : { reading: indicator.reading }),
    ...(meeting === undefined ? {} : { meeting }),
  };
}

type Figures = Pick<ScoreRow, 'actual' | 'target' | 'verdict' | 'known' | 'unknown' | 'meeting'>;

const PERCENT = 100;

function summedRow({ measure, target: bound }: Indicator, sum: ColumnSum): Figures {
  const target: Asked | null = bound.type === 'range' ? rangeOf(bound.min, bound.max) : null;
  const { known, unknown, meeting } = sum;
  const counts = { known, unknown };
  if (known + unknown === 0) return { ...counts, actual: null, target, verdict: 'notApplicable' };
  if (known === 0) return { ...counts, actual: null, target, verdict: 'unknown' };
  if (measure.type === 'each') return { ...counts, actual: sum.farthestAmount, target, meeting, verdict: meeting < known ? 'fail' : unknown > 0 ? 'unknown' : 'pass' };
  const { amount, by, hiddenBy } = sum;
  if (measure.type === 'sum') {
    const asked = bound.type === 'perUnitRange' ? perUnitRange(bound, by) : target;
    return { ...counts, actual: amount, target: asked, verdict: unknown > 0 || asked === null ? 'unknown' : passOrFail(amount, asked) };
  }
  const per = measure.type === 'ratio' ? measure.per : PERCENT;
  if (by === 0) return { ...counts, actual: null, target, verdict: 'unknown' };
  const actual = (per * amount) / by;
  return { ...counts, actual, target, verdict: target === null ? 'unknown' : surely(target, (per * amount) / (by + hiddenBy), (per * (amount + mostHidden(measure, hiddenBy))) / (by + hiddenBy)) };
}

/** What the unknown ones could have at most. Of a rate of communities and of a part of a whole: all. */
function mostHidden(measure: Indicator['measure'], hiddenBy: number): number {
  if (hiddenBy === 0) return 0;
  return measure.type === 'share' || (measure.type === 'ratio' && measure.capped === true) ? hiddenBy : Infinity;
}

/** Met only if it stays so whatever the unknown ones turn out to be; failed only if they cannot mend it. */
function surely(target: Asked, worst: number, best: number): Verdict {
  const low = Number.isNaN(worst) ? 0 : worst;
  const high = Number.isNaN(best) ? Infinity : best;
  const [ofLow, ofHigh] = [judge(low, target).met, judge(high, target).met];
  if (ofLow === true && ofHigh === true) return 'pass';
  const below = target.min !== undefined && high < target.min;
  const above = target.max !== undefined && low > target.max;
  return below || above ? 'fail' : 'unknown';
}

function givenRow({ target: bound }: Indicator, given: Fact | undefined): Figures {
  const target: Asked | null = bound.type === 'range' ? rangeOf(bound.min, bound.max) : bound.type === 'is' ? { value: bound.value } : null;
  if (given === undefined || !given.known || typeof given.value === 'string') return { actual: null, target, verdict: 'unknown', known: 0, unknown: 1 };
  return { actual: given.value, target, verdict: target === null ? 'unknown' : passOrFail(given.value, target), known: 1, unknown: 0 };
}

function passOrFail(value: number | boolean, asked: Asked): Verdict {
  const { met } = judge(value, asked);
  return met === null ? 'unknown' : met ? 'pass' : 'fail';
}
