/**
 * Points by their exact coordinates: whole numbers in, an index out, the same for the same point.
 *
 * Outlines are walked vertex by vertex, so points near each other are first looked for near each other in the table: in the
 * block of their cell, a few places long. Where that is full, anywhere.
 */

/** Slots of a cell; a power of two. */
const BLOCK = 256;
const NEAR_TRIES = 8;
/** Cells of 65,536 steps, some 600 m: usual outlines have a few dozen vertices in one. */
const CELL_BITS = 16;

export class PointTable {
  count = 0;
  x: Float64Array;
  y: Float64Array;
  private slots: Int32Array;

  constructor(expected: number) {
    let size = BLOCK;
    while (size < expected * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.x = new Float64Array(expected + 16);
    this.y = new Float64Array(expected + 16);
  }

  add(x: number, y: number): number {
    const slot = this.slotOf(x, y);
    const known = this.slots[slot]! - 1;
    if (known >= 0) return known;
    if (this.count === this.x.length) this.grow();
    const n = this.count++;
    this.x[n] = x;
    this.y[n] = y;
    this.slots[slot] = n + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return n;
  }

  /** -1 where the point is not in the table. */
  find(x: number, y: number): number {
    return this.slots[this.slotOf(x, y)]! - 1;
  }

  /** Where the point stands, or the empty slot where it would. */
  private slotOf(x: number, y: number): number {
    const { slots, x: xs, y: ys } = this;
    const mask = slots.length - 1;
    const hash = hashPoint(x, y);
    const block = hashPoint(x >> CELL_BITS, y >> CELL_BITS) & mask & ~(BLOCK - 1);
    for (let k = 0; k < NEAR_TRIES; k++) {
      const slot = block | ((hash + k) & (BLOCK - 1));
      const n = slots[slot]! - 1;
      if (n < 0 || (xs[n] === x && ys[n] === y)) return slot;
    }
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const n = slots[slot]! - 1;
      if (n < 0 || (xs[n] === x && ys[n] === y)) return slot;
    }
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
    this.slots = new Int32Array(2 * this.slots.length);
    for (let n = 0; n < this.count; n++) this.slots[this.slotOf(this.x[n]!, this.y[n]!)] = n + 1;
  }
}

function hashPoint(x: number, y: number): number {
  let h = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(y | 0, 0x85ebca77);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae3d);
  return h ^ (h >>> 13);
}
