/**
 * One number of a position, in steps of 1e-7 degree: any count of decimals, signs, spaces, exponents.
 *
 * Digits are summed as integers, so up to seven decimals are exact. More are rounded, and there the
 * boundary at one half would send 116.41095005 and the float noise beside it to two grid points. It is
 * moved by 0.0314 of a step, where no short decimal lies: round(x) = floor(x + 0.5314).
 */
import { isSpace, numberEnd } from './jsonBytes.ts';
import type { Scan } from './scan.ts';

/** Out of any range: `scanRing` refuses it as it refuses 400°. */
const NO_ORDINATE = 2_147_483_647;
const ascii = new TextDecoder();
const POWER_OF_TEN = new Int32Array([1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000]);

/** Answers the steps and leaves `scan.at` behind the number and the spaces that follow. */
export function readOrdinate(scan: Scan, start: number): number {
  const bytes = scan.bytes;
  let i = start;
  while (isSpace(bytes[i]!)) i++;
  const from = i;
  const negative = bytes[i] === 45;
  if (negative) i++;
  const firstDigit = i;
  let value = 0;
  let d = (bytes[i]! | 0) - 48;
  while (d >>> 0 <= 9 && value < 100) {
    value = (Math.imul(value, 10) + d) | 0;
    d = (bytes[++i]! | 0) - 48;
  }
  // No digit, a leading zero, more than 180 degrees.
  if (i === firstDigit || (bytes[firstDigit] === 48 && i > firstDigit + 1) || value > 180) return readOddNumber(scan, from);
  if (d === -2) {
    const decimals = i + 1;
    const end = i + 8;
    d = (bytes[++i]! | 0) - 48;
    while (d >>> 0 <= 9 && i < end) {
      value = (Math.imul(value, 10) + d) | 0;
      d = (bytes[++i]! | 0) - 48;
    }
    if (i === decimals) return NO_ORDINATE;
    if (i < end) value = Math.imul(value, POWER_OF_TEN[end - i]!);
    else if (d >>> 0 <= 9) {
      value = roundTail(scan, value, i, negative);
      i = scan.at;
    }
  } else value = Math.imul(value, 10_000_000);
  const c = bytes[i]! | 0;
  if (c === 101 || c === 69 || (c - 48) >>> 0 <= 9) return readOddNumber(scan, from);
  if (c <= 32) while (isSpace(bytes[i]!)) i++;
  scan.at = i;
  return negative ? (0 - value) | 0 : value;
}

/** Degrees to grid steps with the boundary put off short decimals. */
export function stepsOf(degrees: number): number {
  return Math.floor(degrees * 1e7 + 0.5314);
}

/** Altitude and measure after longitude and latitude: passed over. Answers where they end, or the comma that no number follows. */
export function skipFurtherOrdinates(bytes: Uint8Array, comma: number): number {
  let i = comma;
  while (bytes[i] === 44) {
    let start = i + 1;
    while (isSpace(bytes[start]!)) start++;
    const end = numberEnd(bytes, start);
    if (end < 0) return i;
    i = end;
    while (isSpace(bytes[i]!)) i++;
  }
  return i;
}

/**
 * The steps of seven decimals, rounded by the decimals from `start` on: up from 0.4686 of a step. The steps
 * of a number below zero, written without their sign, run the other way: up from more than 0.5314.
 * `scan.at` is left behind the digits.
 */
export function roundTail(scan: Scan, value: number, start: number, negative: boolean): number {
  const bytes = scan.bytes;
  let tail = 0;
  let rest = 0;
  let i = start;
  let d = (bytes[i]! | 0) - 48;
  while (d >>> 0 <= 9) {
    if (i < start + 4) tail = (Math.imul(tail, 10) + d) | 0;
    else rest |= d;
    d = (bytes[++i]! | 0) - 48;
  }
  scan.at = i;
  if (i < start + 4) tail = Math.imul(tail, POWER_OF_TEN[start + 4 - i]!);
  const isUp = negative ? tail > 5314 || (tail === 5314 && rest > 0) : tail >= 4686;
  return isUp ? (value + 1) | 0 : value;
}

/** Exponents, and whatever is not written as degrees are. */
function readOddNumber(scan: Scan, start: number): number {
  const end = numberEnd(scan.bytes, start);
  if (end < 0) return NO_ORDINATE;
  const degrees = Number(ascii.decode(scan.bytes.subarray(start, end)));
  if (!(Math.abs(degrees) <= 180)) return NO_ORDINATE;
  let i = end;
  while (isSpace(scan.bytes[i]!)) i++;
  scan.at = i;
  return stepsOf(degrees);
}
