/** Nodes of a file by id. Files are sorted as a rule; one that is not is sorted once. */
import { Growing } from '../../core/network/growing.ts';

export class NodeTable {
  #ids: Float64Array = new Float64Array(0);
  #xy: Int32Array = new Int32Array(0);
  readonly #givenIds = new Growing(Float64Array, 1 << 16);
  readonly #givenXy = new Growing(Int32Array, 1 << 17);
  #ascends = true;
  #last = -Infinity;
  /** Where the last search ended: refs of a way are often neighbours in the file. */
  #hint = 0;
  /** Nodes whose id came before: the first stands. */
  repeated = 0;

  get length(): number {
    return this.#givenIds.length;
  }

  add(id: number, x: number, y: number): void {
    if (id <= this.#last) this.#ascends = false;
    this.#last = id;
    this.#givenIds.push(id);
    this.#givenXy.push(x);
    this.#givenXy.push(y);
  }

  /** To be called once, before anything is looked up. */
  settle(): void {
    this.#ids = this.#givenIds.view();
    this.#xy = this.#givenXy.view();
    if (this.#ascends) return;
    const [ids, xy] = [this.#ids, this.#xy];
    const order = ascending(ids);
    const [sortedIds, sortedXy] = [new Float64Array(ids.length), new Int32Array(xy.length)];
    let count = 0;
    for (const node of order) {
      if (count > 0 && sortedIds[count - 1] === ids[node]) continue;
      sortedIds[count] = ids[node]!;
      sortedXy[2 * count] = xy[2 * node]!;
      sortedXy[2 * count++ + 1] = xy[2 * node + 1]!;
    }
    this.repeated = order.length - count;
    this.#ids = sortedIds.subarray(0, count);
    this.#xy = sortedXy.subarray(0, 2 * count);
  }

  /** −1 where there is no such node. */
  indexOf(id: number): number {
    const ids = this.#ids;
    const next = this.#hint + 1;
    if (ids[next] === id) return (this.#hint = next);
    let low = 0;
    let high = ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = ids[middle]!;
      if (found === id) return (this.#hint = middle);
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  position(node: number): [x: number, y: number] {
    return [this.#xy[2 * node]!, this.#xy[2 * node + 1]!];
  }

  ids(): Float64Array {
    return this.#ids;
  }

  coordinates(): Int32Array {
    return this.#xy;
  }
}

/** Above every id and every place in a file that is held in memory; both together fit into 64 bits. */
const MOST_ID = 2 ** 38;
const PLACE_BITS = 26;

/** Places in the order of their ids; of equal ids the first place leads. Whole numbers are sorted much faster than places by a rule. */
function ascending(ids: Float64Array): Uint32Array {
  if (ids.length >= 2 ** PLACE_BITS || ids.some((id) => !(id >= 0 && id < MOST_ID))) return Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]! || a - b);
  const keys = new BigUint64Array(ids.length);
  const halves = new Uint32Array(keys.buffer);
  const [low, high] = IS_LITTLE_ENDIAN ? [0, 1] : [1, 0];
  const upper = 2 ** (32 - PLACE_BITS);
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place]!;
    halves[2 * place + high] = Math.floor(id / upper);
    halves[2 * place + low] = (id % upper) * 2 ** PLACE_BITS + place;
  }
  keys.sort();
  const places = new Uint32Array(ids.length);
  for (let k = 0; k < places.length; k++) places[k] = halves[2 * k + low]! % 2 ** PLACE_BITS;
  return places;
}

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
