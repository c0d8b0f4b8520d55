/**
 * Bounded search from one or several places. The arrays are used again and again: a search costs what it reaches, not what there is.
 * Distances are exact whole millimetres, on the chains too.
 */
import { BucketQueue } from './bucketQueue.ts';
import type { ContractedGraph } from './contract.ts';
import { UNREACHED, type Anchors } from './place.ts';
import type { Doors } from './doors.ts';

export class Search {
  readonly net: ContractedGraph;
  readonly #doors: Doors | null;
  /** Distance of each junction; `UNREACHED` beyond the limit. Of what stands inside a compound: as its residents walk. */
  readonly distance: Uint32Array;
  /** Junctions reached, in no order. */
  readonly reached: Uint32Array;
  reachedCount = 0;
  limit = 0;
  #queue: BucketQueue;
  readonly #longest: number;
  #seedChain: number[] = [];
  #seedOffset: number[] = [];
  #seedExtra: number[] = [];

  constructor(net: ContractedGraph, doors: Doors | null = null) {
    this.net = net;
    this.#doors = doors;
    this.distance = new Uint32Array(net.junctionCount).fill(UNREACHED);
    this.reached = new Uint32Array(net.junctionCount);
    this.#longest = net.longestMillimetres;
    this.#queue = new BucketQueue(this.#longest);
  }

  /** From the anchors of one point; `compound`: as its residents walk, everywhere. */
  run(anchors: Anchors, point: number, limitMillimetres: number, compound = -1): void {
    this.#clear(limitMillimetres);
    for (let a = anchors.start[point]!; a < anchors.start[point + 1]!; a++) this.#seed(anchors.chain[a]!, anchors.offset[a]!, anchors.extra[a]!);
    this.#spread(compound);
  }

  runFromPlace(chain: number, offset: number, extra: number, limitMillimetres: number, compound = -1): void {
    this.#clear(limitMillimetres);
    this.#seed(chain, offset, extra);
    this.#spread(compound);
  }

  /** Millimetres to a place, within the limit; `UNREACHED` beyond. */
  at(chain: number, offset: number): number {
    const { chainFrom, chainTo, chainMillimetres } = this.net;
    // Unreached ends are so large that adding stays above every limit; doubles do not wrap.
    let best = Math.min(this.distance[chainFrom[chain]!]! + offset, this.distance[chainTo[chain]!]! + chainMillimetres[chain]! - offset);
    for (let k = 0; k < this.#seedChain.length; k++) {
      if (this.#seedChain[k] === chain) best = Math.min(best, this.#seedExtra[k]! + Math.abs(offset - this.#seedOffset[k]!));
    }
    return best <= this.limit ? best : UNREACHED;
  }

  /** Millimetres to a point by the best of its anchors, the way off the street included. */
  toPoint(anchors: Anchors, point: number): number {
    let best = UNREACHED;
    for (let a = anchors.start[point]!; a < anchors.start[point + 1]!; a++) {
      const there = this.at(anchors.chain[a]!, anchors.offset[a]!) + anchors.extra[a]!;
      if (there < best) best = there;
    }
    return best <= this.limit ? best : UNREACHED;
  }

  atVertex(vertex: number): number {
    const chain = this.net.vertexChain[vertex]!;
    if (chain >= 0) return this.at(chain, this.net.vertexOffset[vertex]!);
    const junction = this.net.vertexJunction[vertex]!;
    return this.distance[junction]!;
  }

  /** Chains with a reached end or a seed, each once. */
  reachedChains(): number[] {
    const { arcStart, arcChain, chainFrom, chainTo } = this.net;
    const chains: number[] = [];
    for (let k = 0; k < this.reachedCount; k++) {
      const junction = this.reached[k]!;
      for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) {
        const chain = arcChain[arc]!;
        const other = chainFrom[chain] === junction ? chainTo[chain]! : chainFrom[chain]!;
        // Both ends know the chain: the lower one tells of it.
        if (other >= junction || this.distance[other] === UNREACHED) chains.push(chain);
      }
    }
    for (const chain of new Set(this.#seedChain)) {
      if (this.distance[chainFrom[chain]!] === UNREACHED && this.distance[chainTo[chain]!] === UNREACHED) chains.push(chain);
    }
    return chains;
  }

  #clear(limit: number): void {
    for (let k = 0; k < this.reachedCount; k++) this.distance[this.reached[k]!] = UNREACHED;
    this.reachedCount = 0;
    this.limit = limit;
    this.#seedChain = [];
    this.#seedOffset = [];
    this.#seedExtra = [];
  }

  #seed(chain: number, offset: number, extra: number): void {
    const { chainFrom, chainTo, chainMillimetres } = this.net;
    if (extra > this.limit) return;
    this.#seedChain.push(chain);
    this.#seedOffset.push(offset);
    this.#seedExtra.push(extra);
    this.#reach(chainFrom[chain]!, extra + offset);
    this.#reach(chainTo[chain]!, extra + chainMillimetres[chain]! - offset);
  }

  #reach(junction: number, distance: number): void {
    if (distance > this.limit || distance >= this.distance[junction]!) return;
    if (this.distance[junction] === UNREACHED) this.reached[this.reachedCount++] = junction;
    this.distance[junction] = distance;
    this.#queue.push(junction, distance);
  }

  #spread(compound: number): void {
    this.#relaxAll(compound);
    if (compound < 0) this.#doors?.walkAsResidents(this.distance, this.limit, this.reached.subarray(0, this.reachedCount), (junction, there) => {
      if (this.distance[junction] === UNREACHED) this.reached[this.reachedCount++] = junction;
      this.distance[junction] = there;
    });
  }

  #relaxAll(compound: number): void {
    const { distance, limit } = this;
    const { arcStart, arcs } = this.net;
    const queue = this.#queue;
    for (let junction = queue.pop(); junction >= 0; junction = queue.pop()) {
      const here = queue.key;
      if (distance[junction] !== here) continue;
      const end = 2 * arcStart[junction + 1]!;
      for (let i = 2 * arcStart[junction]!; i < end; i += 2) {
        const other = arcs[i]!;
        const there = here + arcs[i + 1]!;
        const known = distance[other]!;
        if (there >= known || there > limit) continue;
        if (known === UNREACHED) this.reached[this.reachedCount++] = other;
        distance[other] = there;
        queue.push(other, there);
      }
      if (compound >= 0) this.#doors?.forEachOwnDoor(compound, junction, (other) => { this.#reach(other, here); });
    }
  }
}
