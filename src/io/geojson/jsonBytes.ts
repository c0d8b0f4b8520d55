/**
 * The grammar of JSON on bytes: spaces, numbers, strings, and any value passed over without
 * building it. Loops, never recursion: a file that is nothing but brackets ends at `DEEPEST`.
 */
import { fail, type Scan } from './scan.ts';
import { wideEnd } from './wideBytes.ts';

/** Containers inside one another. Attributes of real files nest two or three deep. */
export const DEEPEST = 200;

export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const OPEN_ARRAY = 91;
export const CLOSE_ARRAY = 93;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;
const BACKSLASH = 92;
const LETTER_U = 117;

export function isSpace(c: number): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9;
}

/** Passes spaces and answers the byte that follows; NaN at the end of the file, equal to nothing. */
export function nextByte(scan: Scan): number {
  const bytes = scan.bytes;
  let i = scan.at;
  while (i < bytes.length && isSpace(bytes[i]!)) i++;
  scan.at = i;
  return i < bytes.length ? bytes[i]! : NaN;
}

/** Passes the byte wanted, or fails there. */
export function expectByte(scan: Scan, wanted: number): boolean {
  if (nextByte(scan) !== wanted) return fail(scan, 'notJson', scan.at, String.fromCharCode(wanted));
  scan.at++;
  return true;
}

/** End of the JSON number that begins at `start`, or -1 when none does. */
export function numberEnd(bytes: Uint8Array, start: number): number {
  let i = start;
  if (bytes[i] === 45) i++;
  const first = i;
  i = digitsEnd(bytes, i);
  if (i === first || (bytes[first] === 48 && i > first + 1)) return -1;
  if (bytes[i] === 46) {
    const decimals = digitsEnd(bytes, i + 1);
    if (decimals === i + 1) return -1;
    i = decimals;
  }
  if (bytes[i] === 101 || bytes[i] === 69) {
    const sign = bytes[i + 1] === 43 || bytes[i + 1] === 45 ? 2 : 1;
    const exponent = digitsEnd(bytes, i + sign);
    if (exponent === i + sign) return -1;
    i = exponent;
  }
  return i;
}

/** Passes the string whose opening quote stands at `scan.at`. */
export function skipString(scan: Scan): boolean {
  const bytes = scan.bytes;
  const length = bytes.length;
  let i = scan.at + 1;
  while (i < length) {
    const c = bytes[i]!;
    if (c === QUOTE) {
      scan.at = i + 1;
      return true;
    }
    if (c >= 128) {
      const end = wideEnd(scan, i);
      if (end < 0) return false;
      i = end;
    } else if (c === BACKSLASH) {
      const end = escapeEnd(bytes, i);
      if (end < 0) return fail(scan, 'notJson', Math.min(-end, length), '\\u0000');
      i = end;
    } else if (c < 32) return fail(scan, 'notJson', i, '"');
    else i++;
  }
  return fail(scan, 'notJson', length, '"');
}

/**
 * Passes one value, checking that its brackets, commas and colons are in order. NaN and Infinity
 * pass too and are noted: writers in Python and R leave them, and only their feature is lost.
 */
export function skipValue(scan: Scan): boolean {
  let depth = 0;
  for (;;) {
    const c = nextByte(scan);
    if (c === OPEN_OBJECT || c === OPEN_ARRAY) {
      if (depth === DEEPEST) return fail(scan, 'nestingTooDeep', scan.at, String(DEEPEST));
      scan.at++;
      const close = c + 2;
      if (nextByte(scan) === close) scan.at++;
      else {
        closers[depth++] = close;
        if (c === OPEN_OBJECT && !skipKey(scan)) return false;
        continue;
      }
    } else if (!skipScalar(scan, c)) return false;
    // A value is behind us: close what closes here, then a comma leads to the next value.
    while (depth > 0) {
      const close = closers[depth - 1]!;
      const after = nextByte(scan);
      if (after === COMMA) {
        scan.at++;
        if (close === CLOSE_OBJECT && !skipKey(scan)) return false;
        break;
      }
      if (after !== close) return fail(scan, 'notJson', scan.at, String.fromCharCode(COMMA, 32, close));
      scan.at++;
      depth--;
    }
    if (depth === 0) return true;
  }
}

/** Passes `"key":`. */
export function skipKey(scan: Scan): boolean {
  if (nextByte(scan) !== QUOTE) return fail(scan, 'notJson', scan.at, '"');
  return skipString(scan) && expectByte(scan, COLON);
}

/** The closing byte of each container that `skipValue` stands in. One value at a time, so one stack is enough. */
const closers = new Uint8Array(DEEPEST);

const WORDS = ['true', 'false', 'null'].map(asciiBytes);
const ODD_WORDS = ['NaN', 'Infinity', '-Infinity', '+Infinity', '-NaN', 'nan', 'inf', '-inf'].map(asciiBytes);

function skipScalar(scan: Scan, c: number): boolean {
  if (c === QUOTE) return skipString(scan);
  const end = numberEnd(scan.bytes, scan.at);
  if (end >= 0) {
    scan.at = end;
    return true;
  }
  for (const word of WORDS) if (skipWord(scan, word)) return true;
  for (const word of ODD_WORDS) {
    if (skipWord(scan, word)) {
      scan.oddLiteral = true;
      return true;
    }
  }
  return fail(scan, 'notJson', isCutOff(scan) ? scan.bytes.length : scan.at, '{ [ " 0–9');
}

/** A number or word that the end of the file cuts off is no wrong word. */
function isCutOff({ bytes, at }: Scan): boolean {
  let i = at;
  while (i < bytes.length && (isWordByte(bytes[i]) || bytes[i] === 43 || bytes[i] === 45 || bytes[i] === 46)) i++;
  return i > at && i === bytes.length;
}

function skipWord(scan: Scan, word: Uint8Array): boolean {
  const { bytes, at } = scan;
  for (let k = 0; k < word.length; k++) if (bytes[at + k] !== word[k]) return false;
  if (isWordByte(bytes[at + word.length])) return false;
  scan.at = at + word.length;
  return true;
}

function isWordByte(c: number | undefined): boolean {
  return c !== undefined && ((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c >= 128);
}

function digitsEnd(bytes: Uint8Array, start: number): number {
  let i = start;
  while (bytes[i]! >= 48 && bytes[i]! <= 57) i++;
  return i;
}

/** End of the escape whose backslash is at `start`; where it goes wrong, negative. */
function escapeEnd(bytes: Uint8Array, start: number): number {
  const kind = bytes[start + 1];
  if (kind === LETTER_U) {
    for (let k = 2; k < 6; k++) if (!isHexDigit(bytes[start + k])) return -(start + k);
    return start + 6;
  }
  return kind !== undefined && SIMPLE_ESCAPES.includes(kind) ? start + 2 : -(start + 1);
}

/** " \\ / b f n r t */
const SIMPLE_ESCAPES = [34, 92, 47, 98, 102, 110, 114, 116];

function isHexDigit(c: number | undefined): boolean {
  return c !== undefined && ((c >= 48 && c <= 57) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102));
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
