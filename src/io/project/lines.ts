/** Lines of a project file: an object and its sum, sealed and opened again. Bytes are looked at line by line; the file never becomes one string. */
import { isPlainObject } from '../../core/plan/readMember.ts';
import { crc32 } from './crc32.ts';
import { LINE_LIMIT, type RawRecord } from './format.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const SUM_LENGTH = 8;
const JSON_START = SUM_LENGTH + 1;
/** Bytes of a damaged line that are looked at to tell what it was. */
const HEAD_BYTES = 240;

export interface Line {
  /** From 1. */
  number: number;
  /** Without its end. */
  bytes: Uint8Array;
}

export function sealLine(record: RawRecord): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(record));
  const line = new Uint8Array(JSON_START + json.length + 1);
  if (line.length > LINE_LIMIT) throw new Error(`A record of ${line.length} bytes; the most is ${LINE_LIMIT}.`);
  new TextEncoder().encodeInto(`${crc32(json).toString(16).padStart(SUM_LENGTH, '0')} `, line);
  line.set(json, JSON_START);
  line[line.length - 1] = LINE_FEED;
  return line;
}

/** The object of a line; null where the line is not as it was sealed. */
export function openLine(bytes: Uint8Array): RawRecord | null {
  const sum = sumOf(bytes);
  const json = bytes.subarray(JSON_START);
  if (sum === null || sum !== crc32(json)) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
    return isPlainObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** All lines but blank ones. */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  let number = 1;
  for (let start = markLength(bytes); start < bytes.length; number++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const next = feed < 0 ? bytes.length : feed + 1;
    let end = feed < 0 ? bytes.length : feed;
    if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
    if (end > start) yield { number, bytes: bytes.subarray(start, end) };
    start = next;
  }
}

/** What a damaged line seems to have been: `entry 12`. Null where nothing of it can be made out. */
export function legible(bytes: Uint8Array): string | null {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const type = /"r":"([a-z]{1,12})"/.exec(head)?.[1];
  if (type === undefined) return null;
  const number = /"(?:id|file)":(\d{1,9})\b/.exec(head)?.[1];
  const name = /"name":"([^"\\\uFFFD]{1,60})"/.exec(head)?.[1];
  return [type, number, name].filter((part) => part !== undefined).join(' ');
}

function sumOf(bytes: Uint8Array): number | null {
  if (bytes.length <= JSON_START || bytes[SUM_LENGTH] !== BLANK) return null;
  const digits = String.fromCharCode(...bytes.subarray(0, SUM_LENGTH));
  return /^[0-9a-f]{8}$/.test(digits) ? parseInt(digits, 16) : null;
}

function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
