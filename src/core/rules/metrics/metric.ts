/** A metric is a named pure function of the facts, with its unit. A rule names one; the profile brings the numbers. */
import type { Bases } from '../basis.ts';
import type { Classification } from '../classify.ts';
import type { Fact } from '../fact.ts';
import type { Unit } from '../vocabulary.ts';

export type MetricType = 'number' | 'truth' | 'word' | 'date';

/** What a metric needs of the profile. */
export interface Setting {
  readonly bases: Bases;
  readonly classification: Classification;
  /** Share of households, percent, from which a community has the circle; null where the profile has none. */
  readonly circleSharePercent: number | null;
}

export interface Metric<F> {
  readonly type: MetricType;
  readonly unit: Unit;
  readonly read: (facts: F, setting: Setting) => Fact;
  /** Worked out of several facts: worth keeping while the same community is asked again. */
  readonly isDerived?: true;
}

export function derived<F>(metric: Metric<F>): Metric<F> {
  return { ...metric, isDerived: true };
}

export function number<F>(unit: Unit, read: (facts: F, setting: Setting) => Fact<number>): Metric<F> {
  return { type: 'number', unit, read };
}

export function truth<F>(read: (facts: F, setting: Setting) => Fact<boolean>): Metric<F> {
  return { type: 'truth', unit: 'yesNo', read };
}

export function word<F>(read: (facts: F, setting: Setting) => Fact<string>): Metric<F> {
  return { type: 'word', unit: 'word', read };
}

export function date<F>(read: (facts: F) => Fact<string>): Metric<F> {
  return { type: 'date', unit: 'date', read };
}

const PERCENT = 100;

/** In percent; the exact quotient of whole numbers wherever there is one. Null where there is no whole. */
export function percent(part: number, whole: number): number | null {
  return whole > 0 ? (PERCENT * part) / whole : null;
}
