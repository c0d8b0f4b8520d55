/** Which encoding a text has. UTF-8 unless its bytes say otherwise; then GB18030, which holds GBK and GB2312. */
import { utf8End } from './geojson/wideBytes.ts';

/** UTF-16 and UTF-32 by their mark, or by the zero bytes that plain letters have there. */
export function wideEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (bytes.length < 4) return null;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'UTF-16';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'UTF-16';
  return null;
}

/** Byte-order mark of UTF-8: its length. */
export function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}


/**
 * Of a text that is not wholly UTF-8. Where nearly all characters are, the rest are broken bytes
 * (a name cut off by a writer), and reading the whole as GB18030 would turn every name to nonsense.
 */
export function decideEncoding(bytes: Uint8Array): 'utf-8-damaged' | 'gb18030' | null {
  let good = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i]! < 128) {
      i++;
      continue;
    }
    const end = utf8End(bytes, i);
    if (end > 0) good++;
    else broken++;
    i = end > 0 ? end : i + 1;
  }
  if (broken * BROKEN_SHARE < good) return 'utf-8-damaged';
  return isGb18030(bytes) ? 'gb18030' : good > broken ? 'utf-8-damaged' : null;
}

/** One character in twenty may be broken. Text in GBK, taken for UTF-8, is broken in nearly every one. */
const BROKEN_SHARE = 20;
const CHUNK = 4_000_000;

function isGb18030(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  try {
    for (let i = 0; i < bytes.length; i += CHUNK) decoder.decode(bytes.subarray(i, i + CHUNK), { stream: i + CHUNK < bytes.length });
    return true;
  } catch {
    return false;
  }
}
