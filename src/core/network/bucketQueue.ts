/**
 * A ring of buckets for distances in millimetres (R. Dial, 1969, with buckets wider than the shortest arc). What is taken out of one
 * bucket may be improved by its neighbours and put in again; an entry whose key is no longer the vertex's distance is passed over.
 */

/** 2^14 mm: 16 m, a third of a usual block's side. */
const SHIFT = 14;
const NONE = -1;

export class BucketQueue {
  readonly #head: Int32Array;
  readonly #mask: number;
  #item = new Uint32Array(4096);
  #key = new Uint32Array(4096);
  #next = new Int32Array(4096);
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
    let entry = this.#free;
    if (entry === NONE) {
      entry = this.#made++;
      if (entry === this.#item.length) this.#grow();
    } else this.#free = this.#next[entry]!;
    this.#item[entry] = item;
    this.#key[entry] = key;
    const bucket = key >>> SHIFT;
    if (this.#live === 0 || bucket < this.#bucket) this.#bucket = bucket;
    const slot = bucket & this.#mask;
    this.#next[entry] = this.#head[slot]!;
    this.#head[slot] = entry;
    this.#live++;
  }

  /** An item of the lowest bucket; −1 when there is none. */
  pop(): number {
    if (this.#live === 0) return NONE;
    let entry: number;
    while ((entry = this.#head[this.#bucket & this.#mask]!) === NONE) this.#bucket++;
    this.#head[this.#bucket & this.#mask] = this.#next[entry]!;
    this.#next[entry] = this.#free;
    this.#free = entry;
    this.#live--;
    this.key = this.#key[entry]!;
    return this.#item[entry]!;
  }

  #grow(): void {
    const double = <T extends Uint32Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#item = double(this.#item, new Uint32Array(2 * this.#item.length));
    this.#key = double(this.#key, new Uint32Array(2 * this.#key.length));
    this.#next = double(this.#next, new Int32Array(2 * this.#next.length));
  }
}
