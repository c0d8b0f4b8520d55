/** What a rule asks of this community, in figures; and how far its value lies from that. */
import { addMonths, dayText, readDay } from './dates.ts';
import type { Metrics } from './condition.ts';
import type { Setting } from './metrics/metric.ts';
import type { Bound, Bracket, Figure } from './profile.ts';
import type { Basis } from './vocabulary.ts';

/** Both sides inclusive. */
export interface Asked {
  readonly min?: number;
  readonly max?: number;
  /** The document has a figure there, our copy masks it. */
  readonly masked?: 'min' | 'max';
  /** Any of these passes. */
  readonly oneOf?: readonly number[];
  /** What to provide: whole heads, the preferred of two brackets. */
  readonly proposed?: number;
  /** A value that suits, or a word or truth that is asked for. */
  readonly value?: number | boolean | string;
  /** The last day, inclusive. */
  readonly until?: string;
}

export interface BoundReading {
  readonly asked: Asked;
  /** Which households or people the bound was formed with. */
  readonly basis?: Basis;
  readonly asOf?: string;
}

/** Null where a figure that it stands on is unknown. `strictest` is formed from other findings, not here. */
export function boundFor<F>(bound: Bound, facts: F, setting: Setting, metrics: Metrics<F>): BoundReading | null {
  switch (bound.type) {
    case 'range': case 'suitable': case 'is': case 'known': case 'shown': return fixedBound(bound);
    case 'strictest': return null;
    default: break;
  }
  const other = metrics.get(bound.of)!.read(facts, setting);
  if (!other.known) return null;
  const asked = askedBy(bound, other.value);
  return asked && { asked, basis: other.basis, asOf: other.asOf };
}

type Fixed = Extract<Bound, { type: 'range' | 'suitable' | 'is' | 'known' | 'shown' }>;
const fixed = new WeakMap<Fixed, BoundReading>();

/** Bounds that ask the same of every community are made once. */
function fixedBound(bound: Fixed): BoundReading {
  let reading = fixed.get(bound);
  if (reading === undefined) {
    reading = { asked: bound.type === 'range' ? rangeOf(bound.min, bound.max) : bound.type === 'suitable' || bound.type === 'is' ? { value: bound.value } : {} };
    fixed.set(bound, reading);
  }
  return reading;
}

function askedBy(bound: Exclude<Bound, Fixed | { type: 'strictest' }>, value: number | boolean | string): Asked | null {
  if (bound.type === 'byWord') return Object.hasOwn(bound.values, String(value)) ? single(bound.values[String(value)]!) : null;
  if (bound.type === 'withinMonths') {
    const day = readDay(String(value));
    // Only a day has a same day three months later.
    return day === null || day.from !== day.to ? null : { until: dayText(addMonths(day.from, bound.months)) };
  }
  if (typeof value !== 'number') return null;
  if (bound.type === 'perUnit') return perUnit(bound, value);
  if (bound.type === 'perUnitRange') return perUnitRange(bound, value);
  if (bound.type === 'sameAs') return single(value);
  return bracketed(bound.brackets, value);
}

export function perUnitRange({ most, fewest }: { readonly most: number; readonly fewest: number }, value: number): Asked {
  return { min: value / most, max: value / fewest, proposed: Math.ceil(value / most) };
}

export function rangeOf(min: Figure | undefined, max: Figure | undefined): Asked {
  return {
    ...(typeof min === 'number' ? { min } : min === 'unknown' ? { masked: 'min' as const } : {}),
    ...(typeof max === 'number' ? { max } : max === 'unknown' ? { masked: 'max' as const } : {}),
  };
}

/** Pro rata: 1,750 households at 30 m² per 100 are 525 m². */
function perUnit({ amount, per, least, rounding, about }: Extract<Bound, { type: 'perUnit' }>, value: number): Asked {
  const exact = (amount * value) / per;
  const rounded = rounding === 'up' ? Math.ceil(exact) : rounding === 'nearest' ? Math.round(exact) : exact;
  const proposed = Math.max(least ?? 0, rounded);
  if (about) return { value: proposed, proposed };
  return { min: Math.max(least ?? 0, rounding === 'nearest' ? rounded : exact), proposed };
}

function bracketed(brackets: readonly Bracket[], value: number): Asked | null {
  const fitting = brackets.filter(({ from, to }) => value >= (from ?? -Infinity) && value <= (to ?? Infinity));
  const proposed = (fitting.find((bracket) => bracket.preferred) ?? fitting[0])?.value;
  return proposed === undefined ? null : { oneOf: fitting.map((bracket) => bracket.value), proposed };
}

function single(value: number): Asked {
  return { oneOf: [value], proposed: value };
}

export interface Judged {
  /** Null: beyond a masked side, or a day that cannot be told. */
  readonly met: boolean | null;
  /** Room left; negative: how far out. From a suitable value: the signed deviation. */
  readonly margin: number | null;
}

export function judge(value: number | boolean | string, asked: Asked): Judged {
  if (asked.until !== undefined) return untilDay(String(value), asked.until);
  if (typeof value !== 'number') return { met: asked.value === undefined || value === asked.value, margin: null };
  if (asked.oneOf) return oneOfThem(value, asked.oneOf);
  if (typeof asked.value === 'number') return { met: value === asked.value, margin: tidy(value - asked.value) };
  return within(value, asked);
}

function within(value: number, { min, max, masked }: Asked): Judged {
  const margin = tidy(Math.min(min === undefined ? Infinity : value - min, max === undefined ? Infinity : max - value));
  const out = (min !== undefined && value < min) || (max !== undefined && value > max);
  if (out) return { met: false, margin };
  return { met: masked === undefined ? true : null, margin: margin === Infinity ? null : margin };
}

const DIGITS = 12;

/** 1,180 − 1,623.3 in doubles is −443.29999999999995. */
export function tidy(difference: number): number {
  return Number.isFinite(difference) && !Number.isInteger(difference) ? Number(difference.toPrecision(DIGITS)) : difference;
}

function oneOfThem(value: number, allowed: readonly number[]): Judged {
  const away = allowed.reduce((least, each) => Math.min(least, Math.abs(each - value)), Infinity);
  // `0 - away`, so that nothing away is 0 and not minus zero.
  return { met: away === 0, margin: 0 - away };
}

function untilDay(text: string, until: string): Judged {
  const [day, last] = [readDay(text), readDay(until)];
  if (day === null || last === null) return { met: null, margin: null };
  if (day.to <= last.from) return { met: true, margin: last.from - day.to };
  return day.from > last.from ? { met: false, margin: last.from - day.from } : { met: null, margin: null };
}
