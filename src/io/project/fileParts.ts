/** A file's bytes cut into parts that fit a line, and put together again. */
import { PART_BYTES } from './format.ts';

export type PartContent = { text: string } | { base64: string };

/** At least one part, for an empty file too. Text is cut between characters. */
export function* partsOf(bytes: Uint8Array): Generator<PartContent> {
  let start = 0;
  do {
    const end = characterEnd(bytes, Math.min(bytes.length, start + PART_BYTES));
    yield partOf(bytes.subarray(start, end));
    start = end;
  } while (start < bytes.length);
}

/** Null: no base64. */
export function bytesOf(part: PartContent): Uint8Array | null {
  if ('text' in part) return new TextEncoder().encode(part.text);
  try {
    return Uint8Array.from(atob(part.base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function partOf(bytes: Uint8Array): PartContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { base64: toBase64(bytes) };
  }
}

/** Moved back, by three bytes at the most, so as not to lie within a UTF-8 character. */
function characterEnd(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at < bytes.length && at > end - 3 && (bytes[at]! & 0xc0) === 0x80) at--;
  return at;
}

/** Arguments of one call: engines limit them. */
const CHUNK = 8192;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
