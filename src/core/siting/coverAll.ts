/** Fewest sites that cover every row: greedy, then one site less again and again with weights on what stays uncovered; and a bound from below. */
import type { Progress } from '../progress.ts';
import { greedy } from './improve.ts';
import { FALLBACK, Interchange } from './interchange.ts';
import { below, type Random } from './random.ts';
import type { Service } from './service.ts';
import { LEAST_ITERATIONS, type BoundBudget } from './lagrange.ts';

export interface CoverFound {
  readonly sites: readonly number[];
  readonly greedySites: number;
  readonly steps: number;
}

export interface CoverBudget {
  readonly steps: number;
  /** Steps without a better cover after which the search ends. */
  readonly staleSteps: number;
  readonly isOver?: () => boolean;
}

const STEPS_PER_YIELD = 64;

/** Rows of weight one that cost 1 uncovered and 0 covered. `least`: a cover with so few sites is known to be the best. */
export function* coverRows(service: Service, random: Random, least: number, budget: CoverBudget): Generator<Progress, CoverFound, void> {
  const state = new Interchange(service);
  greedy(state, service.candidates);
  const greedySites = state.open.length;
  dropIdle(state);
  let best = [...state.open];
  const uncovered = new RowSet(service.rows);
  let [steps, stale] = [0, 0];
  // Gao, Weise & Li 2015: take the cheapest site out, cover a row at random, make what stays uncovered weigh more.
  let barred = -1;
  while (best.length > least && steps < budget.steps && stale < budget.staleSteps && budget.isOver?.() !== true) {
    if (uncovered.size === 0) {
      dropIdle(state);
      if (state.open.length < best.length) {
        best = [...state.open];
        stale = 0;
      }
      if (best.length <= least || state.open.length === 0) break;
      close(state, cheapest(state, -1), uncovered);
      continue;
    }
    if (++steps % STEPS_PER_YIELD === 0) yield { phase: 'sitingSearch', fraction: steps / budget.steps };
    stale++;
    if (state.open.length > 0) close(state, cheapest(state, barred), uncovered);
    const row = uncovered.at(below(random, uncovered.size));
    const candidate = bestFor(state, row, barred);
    open(state, candidate, uncovered);
    barred = candidate;
    for (let k = 0; k < uncovered.size; k++) state.raiseWeight(uncovered.at(k), 1);
  }
  return { sites: best.sort((a, b) => a - b), greedySites, steps };
}

/** Sites out that nobody would miss. */
function dropIdle(state: Interchange): void {
  for (const site of [...state.open]) if (state.lossOf(site) === 0) state.remove(site);
}

function cheapest(state: Interchange, barred: number): number {
  let best = -1;
  let least = Infinity;
  for (const site of state.open) {
    const loss = site === barred ? Infinity : state.lossOf(site);
    if (loss >= least && best >= 0) continue;
    least = loss;
    best = site;
  }
  return best;
}

function bestFor(state: Interchange, row: number, barred: number): number {
  const { rowStart, rowCandidate } = state.service;
  let best = rowCandidate[rowStart[row]!]!;
  for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
    const c = rowCandidate[k]!;
    if (c !== barred && (state.gain[c]! > state.gain[best]! || best === barred)) best = c;
  }
  return best;
}

function close(state: Interchange, site: number, uncovered: RowSet): void {
  state.remove(site);
  note(state, site, uncovered);
}

function open(state: Interchange, candidate: number, uncovered: RowSet): void {
  state.insert(candidate);
  note(state, candidate, uncovered);
}

function note(state: Interchange, candidate: number, uncovered: RowSet): void {
  const { start, row } = state.service;
  for (let at = start[candidate]!; at < start[candidate + 1]!; at++) uncovered.set(row[at]!, state.site1[row[at]!] === FALLBACK);
}

/** A set of rows to draw from. */
class RowSet {
  readonly #list: Uint32Array;
  readonly #place: Int32Array;
  size = 0;

  constructor(rows: number) {
    this.#list = new Uint32Array(rows);
    this.#place = new Int32Array(rows).fill(-1);
  }

  at(index: number): number {
    return this.#list[index]!;
  }

  set(row: number, isIn: boolean): void {
    const place = this.#place[row]!;
    if (isIn === place >= 0) return;
    if (isIn) {
      this.#place[row] = this.size;
      this.#list[this.size++] = row;
    } else {
      const last = this.#list[--this.size]!;
      this.#list[place] = last;
      this.#place[last] = place;
      this.#place[row] = -1;
    }
  }
}

const QUANTUM = 2 ** -24;
const STALL = 15;
const SMALLEST_STEP = 1e-3;

/** No cover has fewer sites: Lagrangian relaxation of the rows (Beasley 1990), multipliers multiples of a power of two, sums exact. */
export function* boundCover(service: Service, known: number, budget: BoundBudget): Generator<Progress, number, void> {
  const { candidates, rows, start, row, rowStart, rowCandidate } = service;
  const settle = (value: number) => Math.max(0, Math.round(value / QUANTUM) * QUANTUM);
  // A row's share of its largest candidate: feasible in the dual, hence a bound at once.
  let multipliers = Float64Array.from({ length: rows }, (_, r) => {
    let most = 1;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) most = Math.max(most, start[rowCandidate[k]! + 1]! - start[rowCandidate[k]!]!);
    return Math.floor(1 / most / QUANTUM) * QUANTUM;
  });
  let bestMultipliers = multipliers;
  const slope = new Float64Array(rows);
  let [best, step, stalled] = [0, 1.5, 0];
  for (let iteration = 1; iteration <= Math.max(1, budget.iterations); iteration++) {
    let value = 0;
    for (const multiplier of multipliers) value += multiplier;
    slope.fill(1);
    for (let c = 0; c < candidates; c++) {
      let price = 1;
      for (let at = start[c]!; at < start[c + 1]!; at++) price -= multipliers[row[at]!]!;
      if (price >= 0) continue;
      value += price;
      for (let at = start[c]!; at < start[c + 1]!; at++) slope[row[at]!]!--;
    }
    if (value > best) {
      if (value - best > 1e-4 * known) stalled = 0;
      best = value;
      bestMultipliers = multipliers;
    }
    if (Math.ceil(best) >= known || step < SMALLEST_STEP || (iteration >= LEAST_ITERATIONS && budget.isOver?.() === true)) break;
    if (++stalled > STALL) {
      step /= 2;
      stalled = 0;
      multipliers = bestMultipliers;
    }
    let norm = 0;
    for (let r = 0; r < rows; r++) {
      if (slope[r]! < 0 && multipliers[r] === 0) slope[r] = 0;
      norm += slope[r]! * slope[r]!;
    }
    if (norm === 0) break;
    const length = (step * Math.max(0.5, known - value)) / norm;
    multipliers = multipliers.map((old, r) => settle(old + length * slope[r]!));
    if (iteration % 16 === 0) yield { phase: 'sitingBound', fraction: iteration / budget.iterations };
  }
  return Math.min(known, Math.ceil(best));
}
