/** Where and why a file ends being readable, in words a person can look up: byte, line, feature. */
import type { Collected } from './collected.ts';
import { shorten } from './foundText.ts';
import type { Scan, SyntaxFailure } from './scan.ts';

const BEFORE = 24;
const AFTER = 12;

export function reportFailure(collected: Collected, failure: SyntaxFailure): void {
  const { scan, problems } = collected;
  const { bytes } = scan;
  const isTruncated = failure.code === 'notJson' && failure.at >= bytes.length;
  const at = Math.min(failure.at, bytes.length);
  problems.add(collected.inFeature ? collected.featureCount : null, {
    code: isTruncated ? 'truncated' : failure.code,
    severity: 'refused',
    found: failure.code === 'tooManyVertices' ? String(scan.vertexCount) : around(scan, at),
    expected: failure.expected,
    byte: at,
    line: lineOf(bytes, at),
  });
}

/** Lines from 1; a byte that is a line feed belongs to the line it ends. */
export function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let i = bytes.indexOf(10); i >= 0 && i < at; i = bytes.indexOf(10, i + 1)) line++;
  return line;
}

/** The bytes before and from the place, with the place marked: `…39.9], ⟪nul⟫l]`. */
function around({ bytes, encoding }: Scan, at: number): string {
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true });
  const start = characterStart(bytes, Math.max(0, at - BEFORE));
  const before = decoder.decode(bytes.subarray(start, at));
  const after = decoder.decode(bytes.subarray(at, Math.min(bytes.length, at + AFTER)));
  return shorten(`${start > 0 ? '…' : ''}${visible(before)}⟪${visible(after)}⟫`);
}

/** Not inside a UTF-8 sequence. */
function characterStart(bytes: Uint8Array, at: number): number {
  let i = at;
  while (i < bytes.length && i < at + 3 && (bytes[i]! & 0xc0) === 0x80) i++;
  return i;
}

function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\ufffd]+/g, ' ');
}
