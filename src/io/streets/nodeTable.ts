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
    const order = Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]! || a - b);
    const kept = order.filter((node, k) => k === 0 || ids[node] !== ids[order[k - 1]!]);
    this.repeated = order.length - kept.length;
    this.#ids = Float64Array.from(kept, (node) => ids[node]!);
    this.#xy = Int32Array.from({ length: 2 * kept.length }, (_, i) => xy[2 * kept[i >> 1]! + (i & 1)]!);
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
