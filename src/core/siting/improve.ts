/** So many sites that save most: greedy, then exchanges to a local optimum, then shaken and improved again and again. */
import type { Progress } from '../progress.ts';
import { Interchange } from './interchange.ts';
import { below, type Random } from './random.ts';
import type { Service } from './service.ts';

export interface SearchBudget {
  /** Sites tried for an exchange; the same number of steps and the same seed give the same sites. */
  readonly steps: number;
  /** Rounds of shaking without a better solution after which the search ends; 0: the first local optimum. */
  readonly staleRounds: number;
  /** Says that time is up. Without it only the steps count. */
  readonly isOver?: () => boolean;
}

export interface Found {
  /** Candidates of the service, ascending. */
  readonly sites: readonly number[];
  readonly saved: number;
  readonly greedySaved: number;
  readonly steps: number;
  readonly rounds: number;
}

const STEPS_PER_YIELD = 32;
/** Sites taken out at a time: at least these, at most a share of all. */
const [LEAST_SHAKEN, SHAKEN_SHARE] = [2, 0.12];
/** A candidate to put in is the best of so many drawn. */
const DRAWN = 5;
/** Rounds below the best after which the search goes back to it. */
const PATIENCE = 12;

export function* improve(service: Service, count: number, random: Random, budget: SearchBudget): Generator<Progress, Found, void> {
  const state = new Interchange(service);
  const p = Math.min(count, service.candidates);
  greedy(state, p);
  const greedySaved = state.saved;
  const tally = { steps: 0 };
  yield* localSearch(state, random, budget, tally);
  let best = { sites: [...state.open], saved: state.saved };
  let [rounds, stale, worse] = [0, 0, 0];
  let current = best;
  while (stale < budget.staleRounds && p > 0 && p < service.candidates && !spent(tally, budget)) {
    shake(state, random);
    yield* localSearch(state, random, budget, tally);
    rounds++;
    stale++;
    if (state.saved > best.saved) {
      best = current = { sites: [...state.open], saved: state.saved };
      [stale, worse] = [0, 0];
    } else if (state.saved >= current.saved) current = { sites: [...state.open], saved: state.saved };
    else if (++worse % PATIENCE === 0) state.become((current = best).sites);
    else state.become(current.sites);
  }
  return { sites: [...best.sites].sort((a, b) => a - b), saved: best.saved, greedySaved, steps: tally.steps, rounds };
}

/** Stops early where no candidate saves anything more. */
export function greedy(state: Interchange, count: number): void {
  while (state.open.length < count) {
    const candidate = state.bestGain();
    if (candidate < 0) return;
    state.insert(candidate);
  }
}

function spent({ steps }: { steps: number }, { steps: most, isOver }: SearchBudget): boolean {
  return steps >= most || isOver?.() === true;
}

/** Exchanges as long as one saves anything, the sites in random order. */
function* localSearch(state: Interchange, random: Random, budget: SearchBudget, tally: { steps: number }): Generator<Progress, void, void> {
  let queue: number[] = [];
  let unchanged = 0;
  while (unchanged < state.open.length && !spent(tally, budget)) {
    if (queue.length === 0) queue = shuffled(state.open, random);
    const site = queue.pop()!;
    if (state.isOpen[site] === 0) continue;
    if (++tally.steps % STEPS_PER_YIELD === 0) yield { phase: 'sitingSearch', fraction: Number.isFinite(budget.steps) ? tally.steps / budget.steps : null };
    const { candidate, delta } = state.bestExchange(site);
    unchanged++;
    if (candidate < 0 || delta <= 0) continue;
    state.remove(site);
    state.insert(candidate);
    unchanged = 0;
  }
}

function shake(state: Interchange, random: Random): void {
  const most = Math.max(LEAST_SHAKEN, Math.floor(state.open.length * SHAKEN_SHARE));
  const count = Math.min(state.open.length, 1 + below(random, most));
  const { candidates } = state.service;
  for (let k = 0; k < count; k++) {
    state.remove(state.open[below(random, state.open.length)]!);
    let chosen = -1;
    for (let d = 0; d < DRAWN; d++) {
      const drawn = below(random, candidates);
      if (state.isOpen[drawn] === 0 && (chosen < 0 || state.gain[drawn]! > state.gain[chosen]!)) chosen = drawn;
    }
    state.insert(chosen >= 0 ? chosen : state.isOpen.indexOf(0));
  }
}

function shuffled(list: readonly number[], random: Random): number[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
