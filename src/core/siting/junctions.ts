/** Sites at any junction of the network, where nobody names candidates. */
import type { Anchors } from '../network/place.ts';
import type { Search } from '../network/search.ts';
import type { Work } from '../progress.ts';
import { networkDistances, TooManyPairs, type Distances } from './distances.ts';
import { GainMap } from './gainMap.ts';
import { solveSiting, type SitingBudget, type SitingResult } from './solve.ts';

export interface JunctionQuestion {
  readonly demand: Anchors;
  readonly weight: ArrayLike<number>;
  /** Millimetres to what stands already, or null. */
  readonly existing: Uint32Array | null;
  readonly limitMillimetres: number;
  readonly count: number;
  /** Pairs of junction and demand point up to which all junctions are candidates; 8 million where left out. */
  readonly mostPairs?: number;
  /** Of every junction, where it was measured before with the same demand, limit and facilities. */
  readonly gain?: Float64Array;
}

export interface JunctionAnswer {
  /** Candidates are indices into `junctions`. */
  readonly result: SitingResult;
  readonly junctions: Uint32Array;
  /** Of every junction of the network, before any site. */
  readonly gain: Float64Array;
  /** False: sites were sought among the peaks of the map only, the bound holds for all junctions all the same. */
  readonly isAllSearched: boolean;
}

const MOST_PAIRS = 8_000_000;
const MOST_PEAKS = 1_500;

export function* solveJunctions(search: Search, question: JunctionQuestion, budget: SitingBudget): Work<JunctionAnswer> {
  const { demand, weight, existing, limitMillimetres, count } = question;
  const map = new GainMap(search, demand, weight, existing, limitMillimetres);
  if (question.gain) map.gain.set(question.gain);
  else yield* map.measure();
  const gain = map.gain.slice();
  const useful = Uint32Array.from([...gain.keys()].filter((junction) => gain[junction]! > 0));
  const solve = function* (distances: Distances): Work<SitingResult> {
    return yield* solveSiting({ objective: 'coverage', weight, distances, existing, count, limitMillimetres, eligible: null }, budget);
  };
  if (count === 1) {
    const best = map.best();
    const only = best < 0 ? new Uint32Array(0) : Uint32Array.of(best);
    // Every junction was measured: there is nothing left for a solver to say.
    const distances = yield* distancesOf(search, only, question);
    const result = yield* solveSiting({ objective: 'coverage', weight, distances, existing, count, limitMillimetres, eligible: null }, { ...budget, exact: null });
    return { result: { ...result, solver: 'notNeeded' }, junctions: only, gain, isAllSearched: true };
  }
  const all = yield* wholeMatrix(search, useful, question);
  if (all !== null) return { result: yield* solve(all), junctions: useful, gain, isAllSearched: true };
  const chosen = new Set(map.peaks(MOST_PEAKS));
  for (let k = 0; k < count && map.best() >= 0; k++) {
    const best = map.best();
    chosen.add(best);
    map.take(best);
  }
  const junctions = Uint32Array.from(chosen).sort();
  const result = yield* solve(yield* distancesOf(search, junctions, question));
  return { result: yield* boundedByMap(search, result, junctions, gain, question, map.bound(count)), junctions, gain, isAllSearched: false };
}

/** The junctions' own anchors: they stand on the street. */
export function junctionAnchors({ net: { arcStart, arcChain, chainFrom, chainMillimetres } }: Search, junctions: Uint32Array): Anchors {
  const chain = junctions.map((junction) => arcChain[arcStart[junction]!]!);
  return {
    count: junctions.length, start: Uint32Array.from({ length: junctions.length + 1 }, (_, k) => k), chain,
    offset: chain.map((each, k) => (chainFrom[each] === junctions[k] ? 0 : chainMillimetres[each]!)), extra: new Uint32Array(junctions.length),
  };
}

function distancesOf(search: Search, junctions: Uint32Array, { demand, limitMillimetres }: JunctionQuestion, mostPairs = Infinity): Work<Distances> {
  return networkDistances(search, junctionAnchors(search, junctions), demand, limitMillimetres, mostPairs);
}

function* wholeMatrix(search: Search, junctions: Uint32Array, question: JunctionQuestion): Work<Distances | null> {
  try {
    return yield* distancesOf(search, junctions, question, question.mostPairs ?? MOST_PAIRS);
  } catch (error) {
    if (error instanceof TooManyPairs) return null;
    throw error;
  }
}

/** What was found among some junctions, with a bound for all of them: the better of two, from the greedy sites and from those found. */
function* boundedByMap(search: Search, result: SitingResult, junctions: Uint32Array, gain: Float64Array, question: JunctionQuestion, greedyBound: number): Work<SitingResult> {
  const map = new GainMap(search, question.demand, question.weight, question.existing, question.limitMillimetres);
  map.gain.set(gain);
  for (const [k, { candidate }] of result.sites.entries()) {
    yield { phase: 'sitingBound', fraction: k / result.sites.length };
    map.take(junctions[candidate]!);
  }
  const bound = Math.max(result.value, Math.min(greedyBound, map.bound(question.count)));
  const isProved = bound === result.value;
  return { ...result, bound, isProved, boundBy: 'relaxation', gap: isProved ? 0 : (bound - result.value) / bound };
}
