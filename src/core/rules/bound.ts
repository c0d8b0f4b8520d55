/** What a rule asks of this community, in figures; and how far its value lies from that. */
import { addMonths, dayText, readDay } from './dates.ts';
import type { FactValue } from './fact.ts';
import type { Bound, Bracket, Figure } from './profile.ts';
import { tidy } from './tidy.ts';

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

/** All bounds have the same fields in the same order, like facts. */
export function askFor({ min, max, masked, oneOf, proposed, value, until }: Asked): Asked {
  return { min, max, masked, oneOf, proposed, value, until };
}

/** Bounds that ask the same of every community, and those that rest on another metric. `strictest` is formed from other findings. */
type Fixed = Extract<Bound, { type: 'range' | 'suitable' | 'is' | 'known' | 'shown' }>;
type Resting = Exclude<Bound, Fixed | { type: 'strictest' }>;

export function isFixed(bound: Bound): bound is Fixed {
  return bound.type === 'range' || bound.type === 'suitable' || bound.type === 'is' || bound.type === 'known' || bound.type === 'shown';
}

export function fixedBound(bound: Fixed): Asked {
  if (bound.type === 'range') return rangeOf(bound.min, bound.max);
  return askFor(bound.type === 'suitable' || bound.type === 'is' ? { value: bound.value } : {});
}

/** What is asked where the metric that the bound rests on has this value; null where that says nothing. */
export function boundOn(bound: Resting): (value: FactValue) => Asked | null {
  if (bound.type === 'byWord') {
    const byWord = new Map(Object.entries(bound.values).map(([word, value]) => [word, single(value)]));
    return (value) => byWord.get(String(value)) ?? null;
  }
  if (bound.type === 'withinMonths') return (value) => withinMonths(String(value), bound.months);
  const ofNumber = boundOnNumber(bound);
  return (value) => (typeof value === 'number' ? ofNumber(value) : null);
}

function boundOnNumber(bound: Exclude<Resting, { type: 'byWord' | 'withinMonths' }>): (value: number) => Asked | null {
  switch (bound.type) {
    case 'perUnit': return (value) => perUnit(bound, value);
    case 'perUnitRange': return (value) => perUnitRange(bound, value);
    case 'sameAs': return single;
    case 'brackets': return (value) => bracketed(bound.brackets, value);
  }
}

/** Only a day has a same day three months later. */
function withinMonths(text: string, months: number): Asked | null {
  const day = readDay(text);
  return day === null || day.from !== day.to ? null : askFor({ until: dayText(addMonths(day.from, months)) });
}

export function perUnitRange({ most, fewest }: { readonly most: number; readonly fewest: number }, value: number): Asked {
  return askFor({ min: value / most, max: value / fewest, proposed: Math.ceil(value / most) });
}

export function rangeOf(min: Figure | undefined, max: Figure | undefined): Asked {
  return askFor({ min: typeof min === 'number' ? min : undefined, max: typeof max === 'number' ? max : undefined, masked: max === 'unknown' ? 'max' : min === 'unknown' ? 'min' : undefined });
}

/** Pro rata: 1,750 households at 30 m² per 100 are 525 m². */
function perUnit({ amount, per, least, rounding, about }: Extract<Bound, { type: 'perUnit' }>, value: number): Asked {
  const exact = (amount * value) / per;
  const rounded = rounding === 'up' ? Math.ceil(exact) : rounding === 'nearest' ? Math.round(exact) : exact;
  const proposed = Math.max(least ?? 0, rounded);
  if (about) return askFor({ value: proposed, proposed });
  return askFor({ min: Math.max(least ?? 0, rounding === 'nearest' ? rounded : exact), proposed });
}

function bracketed(brackets: readonly Bracket[], value: number): Asked | null {
  const fitting = brackets.filter(({ from, to }) => value >= (from ?? -Infinity) && value <= (to ?? Infinity));
  const proposed = (fitting.find((bracket) => bracket.preferred) ?? fitting[0])?.value;
  return proposed === undefined ? null : askFor({ oneOf: fitting.map((bracket) => bracket.value), proposed });
}

function single(value: number): Asked {
  return askFor({ oneOf: [value], proposed: value });
}

export interface Judged {
  /** Null: beyond a masked side, or a day that cannot be told. */
  readonly met: boolean | null;
  /** Room left; negative: how far out. From a suitable value: the signed deviation. */
  readonly margin: number | null;
}

export function judge(value: FactValue, asked: Asked): Judged {
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

function oneOfThem(value: number, allowed: readonly number[]): Judged {
  let away = Infinity;
  for (const each of allowed) away = Math.min(away, Math.abs(each - value));
  // `0 - away`, so that nothing away is 0 and not minus zero.
  return { met: away === 0, margin: 0 - away };
}

function untilDay(text: string, until: string): Judged {
  const [day, last] = [readDay(text), readDay(until)];
  if (day === null || last === null) return { met: null, margin: null };
  if (day.to <= last.from) return { met: true, margin: last.from - day.to };
  return day.from > last.from ? { met: false, margin: last.from - day.from } : { met: null, margin: null };
}
