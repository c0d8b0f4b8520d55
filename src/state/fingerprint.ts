/**
 * A name for bytes, good enough to find one's own decisions again: two FNV-1a sums over 32-bit words.
 * Not `crypto.subtle`: a page on an intranet address has none.
 */
export function fingerprint(buffers: readonly ArrayBuffer[]): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const buffer of buffers) {
    const words = new Uint32Array(buffer, 0, buffer.byteLength >> 2);
    for (let i = 0; i < words.length; i++) {
      a = Math.imul(a ^ words[i]!, 0x01000193);
      b = Math.imul(b ^ (words[i]! + i), 0x85ebca6b);
    }
    for (const byte of new Uint8Array(buffer, words.byteLength)) a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ buffer.byteLength, 0x85ebca6b);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
