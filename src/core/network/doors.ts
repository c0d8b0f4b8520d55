/**
 * Doors in walls: edges of no length between the two sides, open to all, to the residents of their compound, or to nobody.
 * Opening and closing one writes two arcs; nothing is built anew.
 *
 * Inside a compound distances are those of its residents: the whole network, with the compound's own doors besides. Outside, and in
 * other compounds, those doors are shut.
 */
import { BARRED, type ContractedGraph } from './contract.ts';
import { BucketQueue } from './bucketQueue.ts';
import { UNREACHED } from './place.ts';

export const DOOR_STATES = ['open', 'residents', 'closed'] as const;
export type DoorState = (typeof DOOR_STATES)[number];

/** A value: each door is a chain. */
export interface DoorTable {
  readonly count: number;
  readonly chain: Uint32Array;
  readonly compound: Uint32Array;
  /** Index in `DOOR_STATES`. */
  readonly state: Uint8Array;
  /** Compound whose inner side a junction is on; −1 outside. */
  readonly junctionCompound: Int32Array;
}

const RESIDENTS = 1;

export class Doors {
  readonly #net: ContractedGraph;
  readonly #table: DoorTable;
  /** Doors for residents at each junction that has one, and of each compound. */
  readonly #atJunction = new Map<number, number[]>();
  readonly #ofCompound = new Map<number, number[]>();
  readonly #queue: BucketQueue;
  /** Written in the course of one compound's walk, and taken back. */
  readonly #changed: number[] = [];
  readonly #before: number[] = [];

  /** Writes the doors' states into the arcs of `net`. */
  constructor(net: ContractedGraph, table: DoorTable) {
    this.#net = net;
    this.#table = table;
    this.#queue = new BucketQueue(net.longestMillimetres);
    for (let door = 0; door < table.count; door++) {
      for (const junction of this.#sides(door)) push(this.#atJunction, junction, door);
      push(this.#ofCompound, table.compound[door]!, door);
      this.#write(door);
    }
  }

  state(door: number): DoorState {
    return DOOR_STATES[this.#table.state[door]!]!;
  }

  setState(door: number, state: DoorState): void {
    this.#table.state[door] = DOOR_STATES.indexOf(state);
    this.#write(door);
  }

  /** The other side of each door for residents of `compound` at a junction. */
  forEachOwnDoor(compound: number, junction: number, visit: (other: number) => void): void {
    for (const door of this.#atJunction.get(junction) ?? []) {
      if (this.#table.compound[door] !== compound || this.#table.state[door] !== RESIDENTS) continue;
      const [a, b] = this.#sides(door);
      visit(a === junction ? b : a);
    }
  }

  /**
   * Given what anyone reaches, tells of every junction inside a compound that its residents reach sooner.
   * `distance` is the same afterwards, unless `write` changes it.
   */
  walkAsResidents(distance: Uint32Array, limit: number, reached: ArrayLike<number> | null, write: (junction: number, there: number, from: number) => void, label: Int32Array | null = null): void {
    const sooner: [junction: number, there: number, label: number][] = [];
    for (const compound of this.#compoundsAt(reached)) this.#walk(compound, distance, limit, label, sooner);
    for (const [junction, there, from] of sooner) write(junction, there, from);
  }

  #compoundsAt(reached: ArrayLike<number> | null): Iterable<number> {
    if (reached === null) return this.#ofCompound.keys();
    const compounds = new Set<number>();
    const add = (junction: number) => {
      for (const door of this.#atJunction.get(junction) ?? []) if (this.#table.state[door] === RESIDENTS) compounds.add(this.#table.compound[door]!);
    };
    if (reached.length < this.#atJunction.size) for (let k = 0; k < reached.length; k++) add(reached[k]!);
    else {
      const isReached = new Set<number>();
      for (let k = 0; k < reached.length; k++) isReached.add(reached[k]!);
      for (const junction of this.#atJunction.keys()) if (isReached.has(junction)) add(junction);
    }
    return compounds;
  }

  #walk(compound: number, distance: Uint32Array, limit: number, label: Int32Array | null, sooner: [number, number, number][]): void {
    const labelsBefore: number[] = [];
    const reach = (junction: number, there: number, from: number) => {
      if (there > limit || there >= distance[junction]!) return;
      this.#changed.push(junction);
      this.#before.push(distance[junction]!);
      if (label) {
        labelsBefore.push(label[junction]!);
        label[junction] = from;
      }
      distance[junction] = there;
      this.#queue.push(junction, there);
    };
    for (const door of this.#ofCompound.get(compound) ?? []) {
      if (this.#table.state[door] !== RESIDENTS) continue;
      const [a, b] = this.#sides(door);
      if (distance[a] !== UNREACHED) reach(b, distance[a]!, label?.[a] ?? -1);
      if (distance[b] !== UNREACHED) reach(a, distance[b]!, label?.[b] ?? -1);
    }
    const { arcStart, arcs } = this.#net;
    for (let junction = this.#queue.pop(); junction >= 0; junction = this.#queue.pop()) {
      const here = this.#queue.key;
      if (distance[junction] !== here) continue;
      const from = label?.[junction] ?? -1;
      for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) reach(arcs[2 * arc]!, here + arcs[2 * arc + 1]!, from);
      this.forEachOwnDoor(compound, junction, (other) => { reach(other, here, from); });
    }
    // Each changed junction once: what it has now, told; then what it had first, given back.
    const told = new Set<number>();
    for (const junction of this.#changed) {
      if (told.has(junction) || this.#table.junctionCompound[junction] !== compound) continue;
      told.add(junction);
      sooner.push([junction, distance[junction]!, label?.[junction] ?? -1]);
    }
    for (let k = this.#changed.length - 1; k >= 0; k--) {
      distance[this.#changed[k]!] = this.#before[k]!;
      if (label) label[this.#changed[k]!] = labelsBefore[k]!;
    }
    this.#changed.length = this.#before.length = 0;
  }

  #sides(door: number): [number, number] {
    const chain = this.#table.chain[door]!;
    return [this.#net.chainFrom[chain]!, this.#net.chainTo[chain]!];
  }

  #write(door: number): void {
    const chain = this.#table.chain[door]!;
    const weight = this.#table.state[door] === 0 ? this.#net.chainMillimetres[chain]! : BARRED;
    for (const junction of this.#sides(door)) {
      for (let arc = this.#net.arcStart[junction]!; arc < this.#net.arcStart[junction + 1]!; arc++) if (this.#net.arcChain[arc] === chain) this.#net.arcs[2 * arc + 1] = weight;
    }
  }
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
