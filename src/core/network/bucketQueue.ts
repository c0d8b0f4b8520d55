/**
 * A ring of buckets for distances in millimetres (R. Dial, 1969, with buckets wider than the shortest arc). What is taken out of one
 * bucket may be improved by its neighbours and put in again; an entry whose key is no longer the vertex's distance is passed over.
 */

/** 2^14 mm: 16 m, a third of a usual block's side. */
const SHIFT = 14;
const NONE = -1;
/** Of an entry: a power of two, so that none lies across two lines of the cache. */
const WIDTH = 4;

export class BucketQueue {
  readonly #head: Int32Array;
  readonly #mask: number;
  /** Item, key and next entry of each, side by side: one reach into memory for all three. */
  #entries = new Uint32Array(WIDTH * 4096);
  #free = NONE;
  #made = 0;
  #live = 0;
  #bucket = 0;
  /** Key of what `pop` gave last. */
  key = 0;

  /** `longest`: no key is ever further ahead of the last one taken than this. */
  constructor(longest: number) {
    let size = 2;
    while (size < (longest >> SHIFT) + 2 && size < 1 << 20) size *= 2;
    this.#head = new Int32Array(size).fill(NONE);
    this.#mask = size - 1;
  }

  push(item: number, key: number): void {
    let at = this.#free;
    if (at === NONE) {
      at = this.#made;
      this.#made += WIDTH;
      if (at === this.#entries.length) this.#grow();
    } else this.#free = this.#entries[at + 2]! | 0;
    const entries = this.#entries;
    entries[at] = item;
    entries[at + 1] = key;
    const bucket = key >>> SHIFT;
    if (this.#live === 0 || bucket < this.#bucket) this.#bucket = bucket;
    const slot = bucket & this.#mask;
    entries[at + 2] = this.#head[slot]!;
    this.#head[slot] = at;
    this.#live++;
  }

  /** An item of the lowest bucket; −1 when there is none. */
  pop(): number {
    if (this.#live === 0) return NONE;
    const head = this.#head;
    const entries = this.#entries;
    let bucket = this.#bucket;
    let slot = bucket & this.#mask;
    while (head[slot] === NONE) slot = ++bucket & this.#mask;
    this.#bucket = bucket;
    const at = head[slot]!;
    head[slot] = entries[at + 2]! | 0;
    entries[at + 2] = this.#free;
    this.#free = at;
    this.#live--;
    this.key = entries[at + 1]!;
    return entries[at]!;
  }

  #grow(): void {
    const bigger = new Uint32Array(2 * this.#entries.length);
    bigger.set(this.#entries);
    this.#entries = bigger;
  }
}
