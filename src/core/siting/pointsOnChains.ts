/** Points by the chain that they hang on, so that a search finds those within its limit without asking all. */
import type { ContractedGraph } from '../network/contract.ts';
import { UNREACHED, type Anchors } from '../network/place.ts';
import type { Search } from '../network/search.ts';

export class PointsOnChains {
  /** Points on chain k at `start[k]` to `start[k + 1] − 1`. */
  readonly start: Uint32Array;
  readonly point: Uint32Array;
  readonly #seen: Uint32Array;
  #round = 0;

  constructor(readonly net: ContractedGraph, readonly anchors: Anchors) {
    this.start = new Uint32Array(net.chainCount + 1);
    for (const chain of anchors.chain) this.start[chain + 1]!++;
    for (let chain = 0; chain < net.chainCount; chain++) this.start[chain + 1]! += this.start[chain]!;
    this.point = new Uint32Array(anchors.chain.length);
    const next = this.start.slice();
    for (let k = 0; k < anchors.count; k++) {
      for (let a = anchors.start[k]!; a < anchors.start[k + 1]!; a++) this.point[next[anchors.chain[a]!]!++] = k;
    }
    this.#seen = new Uint32Array(anchors.count);
  }

  /** Points within the limit of the search that has just run from `origin` of `origins`, each once. */
  within(search: Search, origins: Anchors, origin: number): Uint32Array {
    const { arcStart, arcChain } = this.net;
    const found: number[] = [];
    this.#round++;
    for (let k = 0; k < search.reachedCount; k++) {
      const junction = search.reached[k]!;
      for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) this.#collect(arcChain[arc]!, search, found);
    }
    for (let a = origins.start[origin]!; a < origins.start[origin + 1]!; a++) this.#collect(origins.chain[a]!, search, found);
    return Uint32Array.from(found);
  }

  #collect(chain: number, search: Search, found: number[]): void {
    for (let at = this.start[chain]!; at < this.start[chain + 1]!; at++) {
      const point = this.point[at]!;
      if (this.#seen[point] === this.#round) continue;
      this.#seen[point] = this.#round;
      if (search.toPoint(this.anchors, point) !== UNREACHED) found.push(point);
    }
  }
}
