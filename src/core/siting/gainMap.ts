/**
 * What one new site would cover, for every junction of the network at once; and several sites one after the other on it. Exact: each gain is the
 * sum over the demand points within the limit along the streets that nothing covers yet. One bounded search a junction; a chain of streets that
 * lies within reach as a whole is added as a whole.
 */
import { UNREACHED, type Anchors } from '../network/place.ts';
import type { Search } from '../network/search.ts';
import type { Work } from '../progress.ts';
import { PointsOnChains } from './pointsOnChains.ts';

const JUNCTIONS_PER_STEP = 512;

export class GainMap {
  /** Weight newly covered by a site at each junction; as measured last. */
  readonly gain: Float64Array;
  /** Weight that the sites taken so far cover, beyond what was covered before. */
  taken = 0;
  readonly #search: Search;
  readonly #limit: number;
  readonly #demand: Anchors;
  readonly #onChains: PointsOnChains;
  /** Weight of each point that is not covered. */
  readonly #live: Float64Array;
  readonly #chainWeight: Float64Array;
  /** Millimetres from the first and from the last end of a chain to its farthest point, ways off the street included. */
  readonly #farFromStart: Float64Array;
  readonly #farFromEnd: Float64Array;
  /** Points with several anchors lie on several chains and must not be counted twice. */
  readonly #isShared: Uint8Array;
  readonly #chainRound: Uint32Array;
  readonly #pointRound: Uint32Array;
  #round = 0;

  /** `existing`: millimetres from each point to what stands already, or null. `weight`: whole, not negative. */
  constructor(search: Search, demand: Anchors, weight: ArrayLike<number>, existing: Uint32Array | null, limitMillimetres: number) {
    const { junctionCount, chainCount, chainMillimetres } = search.net;
    this.gain = new Float64Array(junctionCount);
    this.#search = search;
    this.#limit = limitMillimetres;
    this.#demand = demand;
    this.#onChains = new PointsOnChains(search.net, demand);
    this.#live = Float64Array.from({ length: demand.count }, (_, k) => (existing !== null && existing[k]! <= limitMillimetres ? 0 : weight[k]!));
    this.#chainWeight = new Float64Array(chainCount);
    this.#farFromStart = new Float64Array(chainCount);
    this.#farFromEnd = new Float64Array(chainCount);
    this.#isShared = new Uint8Array(chainCount);
    this.#chainRound = new Uint32Array(chainCount);
    this.#pointRound = new Uint32Array(demand.count);
    for (let point = 0; point < demand.count; point++) {
      for (let a = demand.start[point]!; a < demand.start[point + 1]!; a++) {
        const chain = demand.chain[a]!;
        const [offset, extra] = [demand.offset[a]!, demand.extra[a]!];
        this.#chainWeight[chain]! += this.#live[point]!;
        this.#farFromStart[chain] = Math.max(this.#farFromStart[chain]!, offset + extra);
        this.#farFromEnd[chain] = Math.max(this.#farFromEnd[chain]!, chainMillimetres[chain]! - offset + extra);
        if (demand.start[point + 1]! - demand.start[point]! > 1) this.#isShared[chain] = 1;
      }
    }
  }

  /** All junctions. To be driven once; `take` keeps the map up to date. */
  *measure(): Work<this> {
    for (let junction = 0; junction < this.gain.length; junction++) {
      if (junction % JUNCTIONS_PER_STEP === 0) yield { phase: 'sitingGains', fraction: junction / this.gain.length };
      this.gain[junction] = this.gainAt(junction);
    }
    return this;
  }

  /** Now, by a search of its own. */
  gainAt(junction: number): number {
    this.#walk(junction, this.#limit);
    let sum = 0;
    this.#forChains((chain, near, far) => {
      if (this.#chainWeight[chain] === 0) return;
      const isWhole = this.#isShared[chain] === 0 && (this.#limit - near >= this.#farFromStart[chain]! || this.#limit - far >= this.#farFromEnd[chain]!);
      sum += isWhole ? this.#chainWeight[chain]! : this.#within(chain, null);
    });
    return sum;
  }

  /** The junction that covers most; −1 where none covers anything. Of equals the lower. */
  best(): number {
    let best = -1;
    this.gain.forEach((gain, junction) => { if (gain > (best < 0 ? 0 : this.gain[best]!)) best = junction; });
    return best;
  }

  /** A site is built there: what it covers counts no more. Junctions that could have covered some of it are measured again. */
  take(junction: number): void {
    this.#walk(junction, this.#limit);
    const covered: number[] = [];
    this.#forChains((chain) => { this.#within(chain, covered); });
    for (const point of covered) {
      this.taken += this.#live[point]!;
      for (let a = this.#demand.start[point]!; a < this.#demand.start[point + 1]!; a++) this.#chainWeight[this.#demand.chain[a]!]! -= this.#live[point]!;
      this.#live[point] = 0;
    }
    for (const other of this.#concerned(junction, covered)) this.gain[other] = this.gainAt(other);
  }

  /** A home that leaves by several gates may be near two junctions that are far from each other. */
  #concerned(junction: number, covered: readonly number[]): Set<number> {
    const concerned = new Set<number>();
    const addReached = () => { for (let k = 0; k < this.#search.reachedCount; k++) concerned.add(this.#search.reached[k]!); };
    this.#walk(junction, Math.min(2 * this.#limit, UNREACHED - 1));
    addReached();
    for (const point of covered) {
      if (this.#demand.start[point + 1]! - this.#demand.start[point]! < 2) continue;
      this.#search.run(this.#demand, point, this.#limit);
      addReached();
    }
    return concerned;
  }

  /** No `count` sites at junctions cover more than this, whatever was taken so far (Nemhauser, Wolsey & Fisher 1978). */
  bound(count: number): number {
    const most = Float64Array.from(this.gain).sort().reverse().subarray(0, count);
    return this.taken + most.reduce((sum, gain) => sum + gain, 0);
  }

  /** Junctions that no neighbour surpasses, the best first: where sites are worth looking at. */
  peaks(most: number): number[] {
    const { arcStart, arcs } = this.#search.net;
    const isPeak = (junction: number) => {
      for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) if (this.gain[arcs[2 * arc]!]! > this.gain[junction]!) return false;
      return this.gain[junction]! > 0;
    };
    return [...this.gain.keys()].filter(isPeak).sort((a, b) => this.gain[b]! - this.gain[a]! || a - b).slice(0, most);
  }

  #walk(junction: number, limit: number): void {
    const { arcStart, arcChain, chainFrom, chainMillimetres } = this.#search.net;
    const chain = arcChain[arcStart[junction]!]!;
    this.#search.runFromPlace(chain, chainFrom[chain] === junction ? 0 : chainMillimetres[chain]!, 0, limit);
  }

  /** Chains with points and a reached end, each once, with the distances of both ends. */
  #forChains(visit: (chain: number, near: number, far: number) => void): void {
    const { reached, reachedCount, distance, net: { arcStart, arcChain, chainFrom, chainTo } } = this.#search;
    const { start } = this.#onChains;
    this.#round++;
    for (let k = 0; k < reachedCount; k++) {
      const junction = reached[k]!;
      for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) {
        const chain = arcChain[arc]!;
        if (start[chain] === start[chain + 1] || this.#chainRound[chain] === this.#round) continue;
        this.#chainRound[chain] = this.#round;
        visit(chain, distance[chainFrom[chain]!]!, distance[chainTo[chain]!]!);
      }
    }
  }

  /** Weight of a chain's points within reach; `found` gets those points. */
  #within(chain: number, found: number[] | null): number {
    const { start, point } = this.#onChains;
    let sum = 0;
    for (let at = start[chain]!; at < start[chain + 1]!; at++) {
      const k = point[at]!;
      if (this.#pointRound[k] === this.#round || this.#live[k] === 0) continue;
      this.#pointRound[k] = this.#round;
      if (this.#search.toPoint(this.#demand, k) === UNREACHED) continue;
      sum += this.#live[k]!;
      found?.push(k);
    }
    return sum;
  }
}
