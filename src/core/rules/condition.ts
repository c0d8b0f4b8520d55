/** Whether a condition holds: true, false, or null where nobody knows. */
import { readDay } from './dates.ts';
import type { Metric, Setting } from './metrics/metric.ts';
import type { Condition } from './profile.ts';

export type Metrics<F> = ReadonlyMap<string, Metric<F>>;

export function holds<F>(condition: Condition, facts: F, setting: Setting, metrics: Metrics<F>): boolean | null {
  const fact = metrics.get(condition.metric)!.read(facts, setting);
  if (!fact.known) return null;
  const { value } = fact;
  if (condition.is !== undefined) return typeof condition.is === 'object' ? condition.is.includes(value as string) : value === condition.is;
  if (condition.onOrAfter !== undefined) return onOrAfter(String(value), condition.onOrAfter);
  if (typeof value !== 'number') return null;
  if (condition.atLeast !== undefined) return value >= condition.atLeast;
  if (condition.atMost !== undefined) return value <= condition.atMost;
  return condition.above !== undefined && value > condition.above;
}

/** False as soon as one does not hold, whatever the others; null where one is unknown. */
export function allHold<F>(conditions: readonly Condition[] | undefined, facts: F, setting: Setting, metrics: Metrics<F>): boolean | null {
  let all: boolean | null = true;
  for (const condition of conditions ?? []) {
    const one = holds(condition, facts, setting, metrics);
    if (one === false) return false;
    if (one === null) all = null;
  }
  return all;
}

/** A year or a month that begins before the day and ends after it tells nothing. */
function onOrAfter(text: string, day: string): boolean | null {
  const [found, limit] = [readDay(text), readDay(day)];
  if (found === null || limit === null) return null;
  if (found.from >= limit.from) return true;
  return found.to < limit.from ? false : null;
}
