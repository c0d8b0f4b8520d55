/** Text as GB18030 bytes, by asking the platform's decoder what each pair of bytes means. */
let pairs: Map<string, readonly [number, number]> | null = null;

function pairOf(sign: string): readonly [number, number] {
  if (pairs === null) {
    pairs = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high <= 0xfe; high++) {
      for (let low = 0x40; low <= 0xfe; low++) {
        const found = low === 0x7f ? '' : decoder.decode(new Uint8Array([high, low]));
        if (found.length === 1 && !pairs.has(found)) pairs.set(found, [high, low]);
      }
    }
  }
  const pair = pairs.get(sign);
  if (pair === undefined) throw new Error(`No pair for ${sign}.`);
  return pair;
}

export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((sign) => (sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : [...pairOf(sign)])));
}
