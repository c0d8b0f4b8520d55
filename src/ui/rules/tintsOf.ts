/** What the map is coloured by, as tints of communities and the lines of the legend that explain them. */
import type { Tint } from '../../map/layers/tints.ts';
import type { AssessedRow, MapValues } from '../../worker/assessProtocol.ts';

export interface RankedTints {
  tints: Map<number, Tint>;
  /** Of each class that occurs: its smallest and largest value. */
  classes: { tint: Tint; from: number; to: number }[];
  noData: number;
}

const RANKS: readonly Tint[] = ['rank1', 'rank2', 'rank3', 'rank4', 'rank5'];

export function classTints(rows: ReadonlyMap<number, AssessedRow>): Map<number, Tint> {
  const tints = new Map<number, Tint>();
  for (const { unit, class: sizeClass } of rows.values()) {
    if (sizeClass === 'superLarge' || sizeClass === 'micro' || sizeClass === 'planAhead') tints.set(unit, sizeClass);
    else if (sizeClass === 'unknown') tints.set(unit, 'noData');
  }
  return tints;
}

/** What is met, and what does not apply, has no colour: the map is quiet where all is well. */
export function verdictTints(values: readonly MapValues[]): Map<number, Tint> {
  const tints = new Map<number, Tint>();
  for (const { unit, verdict, value } of values) {
    if (verdict === 'fail') tints.set(unit, value === 'rules.verdict.fail.firm' ? 'fail' : 'failLighter');
    else if (verdict === 'unknown') tints.set(unit, 'noData');
  }
  return tints;
}

/** Numbers in five classes with as many communities each; equal numbers stand in one class. Truths: those that have it not. */
export function metricTints(values: readonly MapValues[]): RankedTints {
  const tints = new Map<number, Tint>();
  const numbers: { unit: number; value: number }[] = [];
  let noData = 0;
  for (const { unit, value } of values) {
    if (typeof value === 'number') numbers.push({ unit, value });
    else if (value === false) tints.set(unit, 'fail');
    else if (value === null) {
      tints.set(unit, 'noData');
      noData++;
    }
  }
  numbers.sort((p, q) => p.value - q.value);
  const ends = RANKS.map((_, k) => numbers[Math.min(numbers.length - 1, Math.ceil(((k + 1) * numbers.length) / RANKS.length) - 1)]?.value ?? 0);
  const classes = new Map<Tint, { tint: Tint; from: number; to: number }>();
  for (const { unit, value } of numbers) {
    const tint = RANKS[ends.findIndex((end) => value <= end)]!;
    tints.set(unit, tint);
    const known = classes.get(tint);
    if (known) known.to = value;
    else classes.set(tint, { tint, from: value, to: value });
  }
  return { tints, classes: [...classes.values()], noData };
}
