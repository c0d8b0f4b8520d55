/** GeoJSON's own words, told apart on bytes: the names of members and the values of `type`. */
import { COLON, expectByte, nextByte, QUOTE, skipKey, skipString, skipValue } from './jsonBytes.ts';
import type { Scan } from './scan.ts';

const WORDS = [
  'id', 'crs', 'type', 'features', 'geometry', 'properties', 'geometries', 'coordinates', 'objects', 'arcs', 'geometryType', 'spatialReference',
  'Feature', 'FeatureCollection', 'Polygon', 'MultiPolygon', 'GeometryCollection',
  'Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Topology',
] as const;
export type Word = (typeof WORDS)[number];

/** Types of geometry that hold no ground: passed over, counted. */
export const LINES_AND_POINTS: readonly (Word | null)[] = ['Point', 'MultiPoint', 'LineString', 'MultiLineString'];

const LONGEST = 18;
const BACKSLASH = 92;

const spellings = WORDS.map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));

/** No two words share their length and the low bits of their first letter: one candidate to compare. */
const candidateAt = new Int8Array((LONGEST + 1) * 32).fill(-1);
spellings.forEach((letters, k) => (candidateAt[slot(letters.length, letters[0]!)] = k));

function slot(length: number, firstLetter: number): number {
  return length * 32 + (firstLetter & 31);
}

/** Passes `"key":`. Answers its word, null for a foreign key, false for a failure. */
export function readKey(scan: Scan): Word | null | false {
  if (scan.bytes[scan.at] !== QUOTE) nextByte(scan);
  const start = scan.at;
  const word = passWord(scan);
  if (word !== null) {
    if (scan.bytes[scan.at] === COLON) scan.at++;
    else if (!expectByte(scan, COLON)) return false;
    return word;
  }
  if (!skipKey(scan)) return false;
  return escapedWordAt(scan.bytes, start + 1);
}

/** Passes the value of `type`: its word, null when it is another string or no string, false for a failure. */
export function readTypeValue(scan: Scan): Word | null | false {
  if (scan.bytes[scan.at] !== QUOTE && nextByte(scan) !== QUOTE) return skipValue(scan) ? null : false;
  const start = scan.at;
  const word = passWord(scan);
  if (word !== null) return word;
  return skipString(scan) ? escapedWordAt(scan.bytes, start + 1) : false;
}

/** Passes the string at `scan.at` if it is a word; else null, and stays. */
function passWord(scan: Scan): Word | null {
  const { bytes, at } = scan;
  if (bytes[at] !== QUOTE) return null;
  const start = at + 1;
  const end = bytes.indexOf(QUOTE, start);
  const length = end - start;
  if (length < 2 || length > LONGEST) return null;
  const candidate = candidateAt[slot(length, bytes[start]!)]!;
  if (candidate < 0) return null;
  const letters = spellings[candidate]!;
  for (let k = 1; k < length; k++) if (bytes[start + k] !== letters[k]) return null;
  if (bytes[start] !== letters[0]) return null;
  scan.at = end + 1;
  return WORDS[candidate]!;
}

/** `"\\u0074ype"` is `"type"`. At most six bytes stand for a letter. The string is known to end. */
function escapedWordAt(bytes: Uint8Array, start: number): Word | null {
  let end = start;
  let isEscaped = false;
  while (bytes[end] !== QUOTE) {
    if (bytes[end] === BACKSLASH) {
      isEscaped = true;
      end++;
    }
    end++;
    if (end - start > LONGEST * 6) return null;
  }
  if (!isEscaped) return null;
  const text = JSON.parse(`"${String.fromCharCode(...bytes.subarray(start, end))}"`) as string;
  return WORDS.find((word) => word === text) ?? null;
}
