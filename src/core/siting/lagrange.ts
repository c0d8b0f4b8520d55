/**
 * An upper bound on what so many sites can save, and candidates that no better choice has or lacks. Lagrangian relaxation of "each row is
 * served once" (Narula, Ogbu & Samuelsson 1977; for coverage Galvão & ReVelle 1996) with subgradients. Multipliers are multiples of a
 * power of two, so that the sums are exact and the bound holds to the last unit.
 */
import type { Progress } from '../progress.ts';
import type { Service } from './service.ts';

export interface SavingBound {
  /** No choice of sites saves more. Whole. */
  readonly bound: number;
  readonly iterations: number;
  /** Candidates that every choice as good as the known one leaves out, or has. */
  readonly out: Uint8Array;
  readonly in: Uint8Array;
}

/** Done even where time is up: the first ones bring the most. */
export const LEAST_ITERATIONS = 24;

export interface BoundBudget {
  readonly iterations: number;
  readonly isOver?: () => boolean;
}

const EXACT = 2 ** 51;
const FINEST = 12;
const STALL = 12;
const SMALLEST_STEP = 1e-3;
/** Of the last direction, kept in the next one (Crowder 1976). */
const MEMORY = 0.3;
/** Where sums can't be exact the bound is raised by more than rounding does. */
const ROUNDING = 1e-9;

/** `known`: what a choice that was found saves; `start`: what each row saves in it, where the multipliers begin. */
export function* boundSavings(service: Service, count: number, known: number, start: Float64Array, budget: BoundBudget): Generator<Progress, SavingBound, void> {
  const { candidates, rows, weight, fallback } = service;
  const p = Math.min(count, candidates);
  const most = new Float64Array(rows);
  let total = 0;
  for (let r = 0; r < rows; r++) total += most[r] = weight[r]! * (fallback[r]! - service.rowCost[service.rowStart[r]!]!);
  const bits = Math.floor(Math.log2(EXACT / Math.max(1, total * (p + 2))));
  const quantum = 2 ** -Math.max(0, Math.min(FINEST, bits));
  const settle = (value: number, r: number) => Math.min(most[r]!, Math.max(0, Math.round(value / quantum) * quantum));
  const down = (value: number) => Math.floor(bits < 0 ? value * (1 + ROUNDING) : value);

  const relaxed = new Relaxed(service, p);
  let multipliers = Float64Array.from(start, settle);
  let bestMultipliers = multipliers;
  const direction = new Float64Array(rows);
  let [bound, step, stalled, iterations] = [Infinity, 1.5, 0, 0];
  while (iterations < Math.max(1, budget.iterations)) {
    const value = relaxed.evaluate(multipliers);
    iterations++;
    if (value < bound) {
      if (bound - value > 1e-4 * Math.abs(bound - known)) stalled = 0;
      bound = value;
      bestMultipliers = multipliers;
    }
    if (++stalled > STALL) {
      step /= 2;
      stalled = 0;
      multipliers = bestMultipliers;
      relaxed.evaluate(multipliers);
    }
    if (down(bound) <= known || step < SMALLEST_STEP || (iterations >= LEAST_ITERATIONS && budget.isOver?.() === true)) break;
    let norm = 0;
    for (let r = 0; r < rows; r++) {
      const slope = 1 - relaxed.served[r]!;
      // Pushing on at an end of the range changes nothing.
      const blocked = (slope > 0 && multipliers[r] === 0) || (slope < 0 && multipliers[r] === most[r]);
      direction[r] = blocked ? 0 : slope + MEMORY * direction[r]!;
      norm += weight[r]! * direction[r]! * direction[r]!;
    }
    if (norm === 0) break;
    const length = (step * Math.max(1, bound - known)) / norm;
    const before = multipliers;
    multipliers = Float64Array.from(before, (old, r) => settle(old - length * weight[r]! * direction[r]!, r));
    if (iterations % 16 === 0) yield { phase: 'sitingBound', fraction: iterations / budget.iterations };
  }
  relaxed.evaluate(bestMultipliers);
  return { bound: Math.max(known, down(bound)), iterations, ...relaxed.settled(known, down) };
}

class Relaxed {
  /** Chosen candidates that serve a row better than its multiplier. */
  readonly served: Float64Array;
  readonly #worth: Float64Array;
  #chosen: readonly number[] = [];
  #last = 0;
  #next = 0;
  #value = 0;

  constructor(readonly service: Service, readonly count: number) {
    this.served = new Float64Array(service.rows);
    this.#worth = new Float64Array(service.candidates);
  }

  evaluate(multipliers: Float64Array): number {
    const { candidates, start, row, cost, weight, fallback } = this.service;
    this.#value = 0;
    for (const multiplier of multipliers) this.#value += multiplier;
    for (let c = 0; c < candidates; c++) {
      let worth = 0;
      for (let at = start[c]!; at < start[c + 1]!; at++) {
        const r = row[at]!;
        const more = weight[r]! * (fallback[r]! - cost[at]!) - multipliers[r]!;
        if (more > 0) worth += more;
      }
      this.#worth[c] = worth;
    }
    this.#choose();
    this.served.fill(0);
    for (const c of this.#chosen) {
      this.#value += this.#worth[c]!;
      for (let at = start[c]!; at < start[c + 1]!; at++) {
        const r = row[at]!;
        if (weight[r]! * (fallback[r]! - cost[at]!) > multipliers[r]!) this.served[r]!++;
      }
    }
    return this.#value;
  }

  /** By reduced costs: with such a candidate, or without, nothing as good as what is known is left. */
  settled(known: number, down: (value: number) => number): { out: Uint8Array; in: Uint8Array } {
    const { candidates } = this.service;
    const marks = { out: new Uint8Array(candidates), in: new Uint8Array(candidates) };
    if (this.count === 0) return marks;
    const isChosen = new Uint8Array(candidates);
    for (const c of this.#chosen) isChosen[c] = 1;
    for (let c = 0; c < candidates; c++) {
      if (isChosen[c] === 1) marks.in[c] = down(this.#value - this.#worth[c]! + this.#next) < known ? 1 : 0;
      else marks.out[c] = down(this.#value - this.#last + this.#worth[c]!) < known ? 1 : 0;
    }
    return marks;
  }

  /** The worthiest candidates, of equals the lower. Numbers are sorted bare: that is many times faster than by a comparison. */
  #choose(): void {
    const sorted = this.#worth.slice().sort();
    this.#last = this.count === 0 ? 0 : sorted[sorted.length - this.count]!;
    this.#next = this.count < sorted.length ? sorted[sorted.length - this.count - 1]! : 0;
    let ties = 0;
    for (let k = sorted.length - this.count; k < sorted.length && sorted[k] === this.#last; k++) ties++;
    const chosen: number[] = [];
    for (let c = 0; c < sorted.length && chosen.length < this.count; c++) if (this.#worth[c]! > this.#last || (this.#worth[c] === this.#last && ties-- > 0)) chosen.push(c);
    this.#chosen = chosen;
  }
}
