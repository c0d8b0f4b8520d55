/**
 * Open sites with what every exchange would save, kept up to date (after Whitaker 1983 and Resende & Werneck 2007): the gain of each
 * closed candidate, and for each row its cheapest and second cheapest cost. Sums are of whole numbers, hence exact.
 */
import type { Service } from './service.ts';

export const FALLBACK = -1;

export class Interchange {
  readonly service: Service;
  /** A copy: weights may be raised to push a search out of a corner. */
  readonly weight: Float64Array;
  readonly isOpen: Uint8Array;
  readonly open: number[] = [];
  /** What each closed candidate would save now. */
  readonly gain: Float64Array;
  /** Weighted cost saved by the open sites. */
  saved = 0;
  /** Of each row: what it pays now, at which open candidate (`FALLBACK`: none), and what it would pay without that one. */
  readonly cost1: Float64Array;
  readonly site1: Int32Array;
  readonly cost2: Float64Array;
  /** What is lost without each open site. */
  readonly #loss: Float64Array;
  readonly #extra: Float64Array;

  constructor(service: Service) {
    const { candidates, rows, fallback, start, row, cost } = service;
    this.service = service;
    this.weight = service.weight.slice();
    this.isOpen = new Uint8Array(candidates);
    this.gain = new Float64Array(candidates);
    this.#loss = new Float64Array(candidates);
    this.#extra = new Float64Array(candidates);
    this.cost1 = fallback.slice();
    this.cost2 = fallback.slice();
    this.site1 = new Int32Array(rows).fill(FALLBACK);
    for (let c = 0; c < candidates; c++) {
      for (let at = start[c]!; at < start[c + 1]!; at++) this.gain[c]! += this.weight[row[at]!]! * (fallback[row[at]!]! - cost[at]!);
    }
  }

  insert(candidate: number): void {
    const { start, row, cost } = this.service;
    this.saved += this.gain[candidate]!;
    this.isOpen[candidate] = 1;
    this.open.push(candidate);
    for (let at = start[candidate]!; at < start[candidate + 1]!; at++) {
      const [r, price] = [row[at]!, cost[at]!];
      const before = this.cost1[r]!;
      if (price >= this.cost2[r]!) continue;
      this.#countLoss(r, -1);
      if (price < before) {
        this.cost2[r] = before;
        this.cost1[r] = price;
        this.site1[r] = candidate;
        this.#shiftGains(r, price, before, -this.weight[r]!);
      } else this.cost2[r] = price;
      this.#countLoss(r, 1);
    }
  }

  remove(candidate: number): void {
    const { start, row, cost } = this.service;
    this.isOpen[candidate] = 0;
    this.open.splice(this.open.indexOf(candidate), 1);
    for (let at = start[candidate]!; at < start[candidate + 1]!; at++) {
      const r = row[at]!;
      if (this.site1[r] !== candidate && cost[at] !== this.cost2[r]) continue;
      const before = this.cost1[r]!;
      this.#countLoss(r, -1);
      this.#rescan(r);
      this.#countLoss(r, 1);
      if (this.cost1[r] === before) continue;
      this.saved -= this.weight[r]! * (this.cost1[r]! - before);
      this.#shiftGains(r, before, this.cost1[r]!, this.weight[r]!);
    }
  }

  /** What is lost without an open site. */
  lossOf(site: number): number {
    return this.#loss[site]!;
  }

  /** The best candidate in place of an open site and what the exchange saves more; `candidate` −1 where there is none. */
  bestExchange(site: number): { candidate: number; delta: number } {
    const { candidates, start, row, rowStart, rowCandidate, rowCost } = this.service;
    const extra = this.#extra.fill(0);
    for (let at = start[site]!; at < start[site + 1]!; at++) {
      const r = row[at]!;
      if (this.site1[r] !== site) continue;
      const [near, far, weight] = [this.cost1[r]!, this.cost2[r]!, this.weight[r]!];
      for (let k = rowStart[r]!; k < rowStart[r + 1]! && rowCost[k]! < far; k++) extra[rowCandidate[k]!]! += weight * (far - Math.max(near, rowCost[k]!));
    }
    let candidate = -1;
    let best = -Infinity;
    for (let c = 0; c < candidates; c++) {
      const saved = this.gain[c]! + extra[c]!;
      if (saved <= best || this.isOpen[c] === 1) continue;
      best = saved;
      candidate = c;
    }
    return { candidate, delta: best - this.#loss[site]! };
  }

  /** The closed candidate that saves most; −1 where none saves anything. */
  bestGain(): number {
    let best = -1;
    let most = 0;
    for (let c = 0; c < this.gain.length; c++) {
      if (this.gain[c]! <= most || this.isOpen[c] === 1) continue;
      most = this.gain[c]!;
      best = c;
    }
    return best;
  }

  /** Closes and opens what it takes to have exactly these open. */
  become(sites: readonly number[]): void {
    const wanted = new Set(sites);
    for (const site of [...this.open]) if (!wanted.has(site)) this.remove(site);
    for (const site of sites) if (this.isOpen[site] === 0) this.insert(site);
  }

  /** Only for a row that pays its fallback. */
  raiseWeight(row: number, by: number): void {
    const { rowStart, rowCandidate, rowCost, fallback } = this.service;
    this.weight[row]! += by;
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) this.gain[rowCandidate[k]!]! += by * (fallback[row]! - rowCost[k]!);
  }

  /** A row's part in the loss of the site that serves it. */
  #countLoss(r: number, sign: 1 | -1): void {
    const site = this.site1[r]!;
    if (site !== FALLBACK) this.#loss[site]! += sign * this.weight[r]! * (this.cost2[r]! - this.cost1[r]!);
  }

  #rescan(r: number): void {
    const { rowStart, rowCandidate, rowCost, fallback } = this.service;
    this.cost1[r] = this.cost2[r] = fallback[r]!;
    this.site1[r] = FALLBACK;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) {
      if (this.isOpen[rowCandidate[k]!] === 0) continue;
      if (this.site1[r] !== FALLBACK) {
        this.cost2[r] = rowCost[k]!;
        return;
      }
      this.cost1[r] = rowCost[k]!;
      this.site1[r] = rowCandidate[k]!;
    }
  }

  /** The row's cost went between `low` and `high`: what candidates cheaper than `high` would save of it changes. */
  #shiftGains(r: number, low: number, high: number, weight: number): void {
    const { rowStart, rowCandidate, rowCost } = this.service;
    for (let k = rowStart[r]!; k < rowStart[r + 1]! && rowCost[k]! < high; k++) this.gain[rowCandidate[k]!]! += weight * (high - Math.max(low, rowCost[k]!));
  }
}
