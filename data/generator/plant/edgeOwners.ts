/**
 * Who owns a directed edge. Flat hash tables (open addressing), because a province
 * has three million edges and a Map of them takes most of the planter's time.
 */
import type { Step } from '../steps.ts';

const EMPTY = -1;

export class EdgeOwners {
  private readonly mask: number;
  /** From x, from y, to x, to y of each slot. */
  private readonly ends: Int32Array;
  private readonly owner: Int32Array;
  private readonly used: Uint8Array;

  /** `capacity`: the number of edges to come. */
  constructor(capacity: number) {
    let size = 16;
    while (size < capacity * 2) size *= 2;
    this.mask = size - 1;
    this.ends = new Int32Array(size * 4);
    this.owner = new Int32Array(size).fill(EMPTY);
    this.used = new Uint8Array(size);
  }

  /** The last to claim an edge owns it. */
  set(from: Step, to: Step, owner: number): void {
    const slot = this.slotOf(from, to);
    this.used[slot] = 1;
    this.ends.set([from[0], from[1], to[0], to[1]], slot * 4);
    this.owner[slot] = owner;
  }

  get(from: Step, to: Step): number | undefined {
    const slot = this.slotOf(from, to);
    return this.used[slot] === 1 ? this.owner[slot] : undefined;
  }

  /** Where the edge stands, or the free slot where it would stand. */
  private slotOf(from: Step, to: Step): number {
    let hash = Math.imul(from[0], 0x9e3779b1) ^ Math.imul(from[1], 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d) ^ Math.imul(to[0], 0x27d4eb2f) ^ Math.imul(to[1], 0x165667b1);
    hash = Math.imul(hash ^ (hash >>> 13), 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 16)) & this.mask;
    const { ends } = this;
    while (this.used[slot] === 1) {
      const at = slot * 4;
      if (ends[at] === from[0] && ends[at + 1] === from[1] && ends[at + 2] === to[0] && ends[at + 3] === to[1]) return slot;
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }
}
