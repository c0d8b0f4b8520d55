/**
 * Bytes beyond ASCII inside a string. UTF-8 is checked strictly, so that the first text in GBK
 * stops the scan before one of its trail bytes (some are `\` or `]`) is taken for JSON.
 */
import { fail, type Scan } from './scan.ts';

/** End of the character that begins with the byte ≥ 0x80 at `start`; -1 and a failure when it is none in this encoding. */
export function wideEnd(scan: Scan, start: number): number {
  const { bytes, encoding } = scan;
  const end = encoding === 'gb18030' ? gb18030End(bytes, start) : utf8End(bytes, start);
  if (end > 0) return end;
  if (encoding === 'utf-8-damaged') return start + 1;
  if (isCutOff(bytes, start)) fail(scan, 'notJson', bytes.length, '"');
  else fail(scan, 'wrongEncoding', start, 'UTF-8');
  return -1;
}

/** End of the UTF-8 sequence at `start`, or -1. RFC 3629: no overlong forms, no surrogates, at most U+10FFFF. */
export function utf8End(bytes: Uint8Array, start: number): number {
  const lead = bytes[start]!;
  const second = bytes[start + 1]!;
  if (lead >= 0xc2 && lead <= 0xdf) return isTrail(second) ? start + 2 : -1;
  if (lead >= 0xe0 && lead <= 0xef) {
    const lowest = lead === 0xe0 ? 0xa0 : 0x80;
    const highest = lead === 0xed ? 0x9f : 0xbf;
    return second >= lowest && second <= highest && isTrail(bytes[start + 2]!) ? start + 3 : -1;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const lowest = lead === 0xf0 ? 0x90 : 0x80;
    const highest = lead === 0xf4 ? 0x8f : 0xbf;
    const whole = second >= lowest && second <= highest && isTrail(bytes[start + 2]!) && isTrail(bytes[start + 3]!);
    return whole ? start + 4 : -1;
  }
  return -1;
}

/** End of the GB18030 sequence at `start`, or -1: two bytes, or four of which the second and fourth are digits. */
export function gb18030End(bytes: Uint8Array, start: number): number {
  const lead = bytes[start]!;
  const second = bytes[start + 1]!;
  // The euro sign of code page 936, which decoders take for gb18030 as well.
  if (lead === 0x80) return start + 1;
  if (lead < 0x81 || lead > 0xfe) return -1;
  if (second >= 0x40 && second <= 0xfe && second !== 0x7f) return start + 2;
  const third = bytes[start + 2]!;
  const fourth = bytes[start + 3]!;
  const four = second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39;
  return four ? start + 4 : -1;
}

/** The file ends within the character: cut off, not wrongly encoded. */
function isCutOff(bytes: Uint8Array, start: number): boolean {
  const lead = bytes[start]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || start + length <= bytes.length) return false;
  for (let i = start + 1; i < bytes.length; i++) if (!isTrail(bytes[i]!)) return false;
  return true;
}

function isTrail(c: number): boolean {
  return c >= 0x80 && c <= 0xbf;
}
