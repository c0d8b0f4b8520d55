/** Points by their exact coordinates: whole numbers in, an index out, the same for the same point. */
export class PointTable {
  count = 0;
  x: Float64Array;
  y: Float64Array;
  private slots: Int32Array;

  constructor(expected: number) {
    let size = 64;
    while (size < expected * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.x = new Float64Array(expected + 16);
    this.y = new Float64Array(expected + 16);
  }

  add(x: number, y: number): number {
    const mask = this.slots.length - 1;
    let slot = hashPoint(x, y) & mask;
    for (;;) {
      const n = this.slots[slot]! - 1;
      if (n < 0) break;
      if (this.x[n] === x && this.y[n] === y) return n;
      slot = (slot + 1) & mask;
    }
    if (this.count === this.x.length) this.grow();
    const n = this.count++;
    this.x[n] = x;
    this.y[n] = y;
    this.slots[slot] = n + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return n;
  }

  private grow(): void {
    const x = new Float64Array(this.count * 2);
    const y = new Float64Array(this.count * 2);
    x.set(this.x);
    y.set(this.y);
    this.x = x;
    this.y = y;
  }

  private rehash(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1);
    for (let n = 0; n < this.count; n++) {
      let slot = hashPoint(this.x[n]!, this.y[n]!) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = n + 1;
    }
  }
}

export function hashPoint(x: number, y: number): number {
  let h = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca77);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae3d);
  return h ^ (h >>> 13);
}
