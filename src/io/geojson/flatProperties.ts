/**
 * Attributes without objects among them end at their first `}`: that byte is found, and the stretch
 * parsed, by the engine's own code. A text that parses is the whole object, for no JSON object is the
 * beginning of another. Any other object (a `}` inside, NaN, broken bytes) fails and is walked instead.
 */
import { CLOSE_OBJECT, OPEN_OBJECT } from './jsonBytes.ts';
import type { Scan } from './scan.ts';
import { strictDecoder } from './slice.ts';

export type Properties = Record<string, unknown>;

/** Beyond this the walk, which knows how deep brackets nest, is the safer way. */
const LONGEST = 4000;
/** A failure costs as much as several successes: a file that has a few has many. */
const MOST_FAILURES = 10;

/** The object at `scan.at`, left behind; null, and nothing passed, when it has to be walked. */
export function tryFlatProperties(scan: Scan): Properties | null {
  const { bytes, at } = scan;
  if (bytes[at] !== OPEN_OBJECT || scan.flatFailures === MOST_FAILURES) return null;
  const end = bytes.indexOf(CLOSE_OBJECT, at) + 1;
  if (end === 0 || end - at > LONGEST) return null;
  try {
    const properties = JSON.parse(strictDecoder(scan.encoding).decode(bytes.subarray(at, end))) as Properties;
    scan.at = end;
    return properties;
  } catch {
    scan.flatFailures++;
    return null;
  }
}
