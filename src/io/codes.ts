/**
 * Administrative codes (rules.md §11): 12 digits = 6 (GB/T 2260 district) + 3 (subdistrict 001–099,
 * town 100–199, township 200–399) + 3 (residents' committees 001–199, villages 200–399; 000 is the
 * subdistrict itself). Spreadsheets turn them into numbers, `.0` and 6.1E+11: repaired where all
 * twelve digits are still there, reported where they are not.
 */

export type CodeLevel = 'province' | 'city' | 'district' | 'subdistrict' | 'community';
export type CodeKind = 'urban' | 'rural';

export interface OfficialCode {
  level: CodeLevel;
  /** First six digits; null above the district. */
  district: string | null;
  /** First nine digits; null above the subdistrict. */
  subdistrict: string | null;
  /** What the digits 7–9 say of the subdistrict; null above it, and for numbers that are neither. */
  subdistrictKind: 'subdistrict' | 'town' | 'township' | null;
  /** What the last three digits say; null unless a community from 001 to 399. */
  kind: CodeKind | null;
}

export interface CodeReading {
  /** The code as text: twelve digits where it could be brought to that, else as it stands; null when there is none. */
  code: string | null;
  /** Its parts when it is an official code of 6, 9 or 12 digits. */
  official: OfficialCode | null;
  /** `number`: it was a number or written as one, all digits are there. `lostDigits`: they are not. `shape`: brought to its digits by dropping spaces or marks. */
  note: 'number' | 'lostDigits' | 'shape' | null;
}

const NO_CODE: CodeReading = { code: null, official: null, note: null };
const LONGEST = 100;

export function readCode(value: unknown): CodeReading {
  if (typeof value === 'number') return readNumber(value);
  if (typeof value !== 'string') return NO_CODE;
  const written = value.slice(0, LONGEST).normalize('NFKC').trim();
  if (written === '') return NO_CODE;
  if (/^\d+$/.test(written)) return reading(written, null);
  const exponent = /^(\d)(?:\.(\d{1,20}))?e\+?(\d{1,2})$/i.exec(written);
  if (exponent) return readExponent(written, exponent[1]!, exponent[2] ?? '', Number(exponent[3]));
  const whole = /^(\d{6,12})\.0+$/.exec(written);
  if (whole) return reading(whole[1]!, 'number');
  const bare = written.replace(/[\s\-_'`’]/g, '');
  return /^\d+$/.test(bare) && officialParts(bare) ? reading(bare, 'shape') : reading(written, null);
}

/** The parts of an official code of 6, 9 or 12 digits; null for any other text. A made-up district under 99 is read like a real one. */
export function officialParts(code: string): OfficialCode | null {
  if (!/^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/.test(code)) return null;
  const digits = code.padEnd(12, '0');
  const level = levelOf(digits);
  const isBelow = level === 'subdistrict' || level === 'community';
  return {
    level,
    district: isBelow || level === 'district' ? digits.slice(0, 6) : null,
    subdistrict: isBelow ? digits.slice(0, 9) : null,
    subdistrictKind: isBelow ? subdistrictKindOf(Number(digits.slice(6, 9))) : null,
    kind: level === 'community' ? kindOf(Number(digits.slice(9))) : null,
  };
}

function readNumber(value: number): CodeReading {
  if (!Number.isFinite(value) || value < 0) return NO_CODE;
  if (!Number.isSafeInteger(value)) return { code: String(value), official: null, note: 'lostDigits' };
  return reading(String(value), 'number');
}

/** `6.10113001001E+11` holds all its digits; `6.10113E+11` may stand for a thousand codes. */
function readExponent(written: string, first: string, decimals: string, exponent: number): CodeReading {
  const digits = first + decimals;
  const isWhole = exponent === 11 && digits.length === 12;
  return isWhole ? reading(digits, 'number') : { code: written, official: null, note: 'lostDigits' };
}

function reading(code: string, note: CodeReading['note']): CodeReading {
  return { code, official: officialParts(code), note };
}

function levelOf(digits: string): CodeLevel {
  if (digits.endsWith('0000000000')) return 'province';
  if (digits.endsWith('00000000')) return 'city';
  if (digits.endsWith('000000')) return 'district';
  return digits.endsWith('000') ? 'subdistrict' : 'community';
}

function subdistrictKindOf(number: number): OfficialCode['subdistrictKind'] {
  if (number < 100) return 'subdistrict';
  if (number < 200) return 'town';
  return number < 400 ? 'township' : null;
}

/** From 400 statistics use the numbers for grounds that are like a committee or a village: no kind is suggested. */
function kindOf(number: number): CodeKind | null {
  if (number < 200) return 'urban';
  return number < 400 ? 'rural' : null;
}
