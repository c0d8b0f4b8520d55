/** Whether a condition holds: true, false, or null where nobody knows. */
import { readDay } from './dates.ts';
import type { FactValue } from './fact.ts';
import type { Condition } from './profile.ts';

/** Made ready once: what the condition says of a value that is known. */
export function conditionOn({ is, onOrAfter, atLeast, atMost, above }: Condition): (value: FactValue) => boolean | null {
  if (is !== undefined) return typeof is === 'object' ? (value) => is.includes(value as string) : (value) => value === is;
  if (onOrAfter !== undefined) return fromDay(onOrAfter);
  if (atLeast !== undefined) return (value) => (typeof value === 'number' ? value >= atLeast : null);
  if (atMost !== undefined) return (value) => (typeof value === 'number' ? value <= atMost : null);
  return (value) => (typeof value === 'number' ? above !== undefined && value > above : null);
}

/** A year or a month that begins before the day and ends after it tells nothing. */
function fromDay(day: string): (value: FactValue) => boolean | null {
  const limit = readDay(day);
  return (value) => {
    const found = readDay(String(value));
    if (found === null || limit === null) return null;
    if (found.from >= limit.from) return true;
    return found.to < limit.from ? false : null;
  };
}
