/**
 * Names for bytes: whether two projects stand on the same ground. Two sums by multiplication and rotation, 64 bits:
 * against accident, not against malice. Not `crypto.subtle`: a page on an intranet address has none.
 */
import type { ProjectFile } from './project.ts';

export function fingerprintOf(bytes: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 0x01000193 ^ bytes.length;
  const add = (word: number) => {
    a = Math.imul(a ^ word, 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ word, 0x85ebca6b);
    b = (b << 15) | (b >>> 17);
  };
  const inFours = bytes.length & ~3;
  for (let i = 0; i < inFours; i += 4) add(bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24));
  for (let i = inFours; i < bytes.length; i++) add(bytes[i]!);
  return [a, b].map((half) => (mixed(half) >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Of a project's base: its files' bytes and roles. Names, order and columns do not count. */
export function baseFingerprint(base: readonly Pick<ProjectFile, 'role' | 'bytes'>[]): string {
  const files = base.map(({ role, bytes }) => `${role} ${fingerprintOf(bytes)} ${bytes.length}`).sort();
  return fingerprintOf(new TextEncoder().encode(files.join('\n')));
}

/** Every bit of the sum in every bit of the name (the last step of MurmurHash3). */
function mixed(half: number): number {
  let value = Math.imul(half ^ (half >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
