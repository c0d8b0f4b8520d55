/** Stretches of the bytes as text and as values, for the parts of a file that are parsed rather than scanned. */
import { nextByte, skipValue } from './jsonBytes.ts';
import { markOddLiterals } from './oddLiterals.ts';
import { shorten } from './foundText.ts';
import type { Scan } from './scan.ts';

const SNIPPET_BYTES = 240;

/** What stands there, as it stands, in a few words. */
export function snippet(scan: Scan, start: number, end: number): string {
  const text = looseDecoder(scan).decode(scan.bytes.subarray(start, Math.min(end, start + SNIPPET_BYTES)));
  return shorten(text.replace(/\s+/g, ' ').trim());
}

/** The value that begins there, in a few words; a dash for a member that is missing (negative). */
export function valueText(scan: Scan, start: number): string {
  if (start < 0) return '—';
  scan.at = start;
  return skipValue(scan) ? snippet(scan, start, scan.at) : '—';
}

/** Parses the value at `scan.at`, with odd literals as marked strings, and leaves it behind. The value is known to be well-formed. */
export function valueOf(scan: Scan): unknown {
  nextByte(scan);
  const start = scan.at;
  if (!skipAfresh(scan)) return undefined;
  const text = looseDecoder(scan).decode(scan.bytes.subarray(start, scan.at));
  return JSON.parse(scan.oddLiteral ? markOddLiterals(text) : text);
}

function skipAfresh(scan: Scan): boolean {
  scan.oddLiteral = false;
  return skipValue(scan);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const strictGb18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true });

/** Broken bytes become U+FFFD: for showing, never for keeping. */
function looseDecoder(scan: Scan): TextDecoder {
  return scan.encoding === 'gb18030' ? gb18030 : utf8;
}

/** Broken bytes throw. */
export function strictDecoder(encoding: Scan['encoding']): TextDecoder {
  return encoding === 'gb18030' ? strictGb18030 : strictUtf8;
}
