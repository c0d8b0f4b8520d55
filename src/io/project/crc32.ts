/** CRC-32 as in ZIP and PNG (ISO 3309, polynomial 0xEDB88320): finds every change within 32 bits in a row. Four bytes a step. */
const TABLES: readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] = tables();

export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES;
  const inFours = bytes.length & ~3;
  let sum = -1;
  let i = 0;
  for (; i < inFours; i += 4) {
    sum ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    sum = t3[sum & 255]! ^ t2[(sum >>> 8) & 255]! ^ t1[(sum >>> 16) & 255]! ^ t0[sum >>> 24]!;
  }
  for (; i < bytes.length; i++) sum = t0[(sum ^ bytes[i]!) & 255]! ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** What a byte does to the sum when none, one, two, three more follow it in the step. */
function tables(): [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const first = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const next = (table: Uint32Array) => table.map((value) => (value >>> 8) ^ first[value & 255]!);
  const second = next(first);
  const third = next(second);
  return [first, second, third, next(third)];
}
