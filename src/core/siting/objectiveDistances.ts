/** The matrix that an objective needs, within what can be held: fewer candidates, and for the mean a shorter cut-off. Both are told. */
import type { Work } from '../progress.ts';
import { NO_LIMIT, TooManyPairs, type Distances } from './distances.ts';
import type { SitingObjective } from './problem.ts';

export interface ObjectiveDistances {
  /** Candidates are indices into `kept`. */
  readonly distances: Distances;
  /** Candidates taken, ascending; all of them where there was room. */
  readonly kept: Uint32Array;
}

/** Pairs of some candidates within a limit; throws `TooManyPairs` beyond `mostPairs`. */
export type Measure = (candidates: Uint32Array, limitMillimetres: number, mostPairs: number) => Work<Distances>;

const SAMPLE = 96;
/** Multiples of the limit up to which the mean is taken, where not all distances can be held. */
const MULTIPLES = [16, 8, 4, 2, 1];
/** Rather than fewer candidates than this a shorter cut-off is taken. */
const LEAST_CANDIDATES = 400;
/** A sample may underrate; beyond this many times the room there are too many all the same. */
const TOLERANCE = 1.5;

export function* objectiveDistances(measure: Measure, candidates: number, objective: SitingObjective, limitMillimetres: number, mostPairs: number): Work<ObjectiveDistances> {
  const limits = objective === 'median' ? [NO_LIMIT, ...MULTIPLES.map((times) => times * limitMillimetres).filter((limit) => limit < NO_LIMIT)] : [limitMillimetres];
  const sample = evenly(candidates, Math.min(SAMPLE, candidates));
  for (const [k, limit] of limits.entries()) {
    const perCandidate = (yield* measure(sample, limit, Infinity)).point.length / Math.max(1, sample.length);
    const isLast = k === limits.length - 1;
    let count = Math.min(candidates, Math.floor(mostPairs / Math.max(1, perCandidate)));
    if (count < Math.min(candidates, LEAST_CANDIDATES) && !isLast) continue;
    for (; ; count = Math.floor(count / 2)) {
      const kept = evenly(candidates, Math.min(candidates, Math.max(1, count)));
      const distances = yield* within(measure, kept, limit, count <= 1 ? Infinity : TOLERANCE * mostPairs);
      if (distances !== null) return { distances, kept };
    }
  }
  throw new RangeError('no limit');
}

function* within(measure: Measure, kept: Uint32Array, limit: number, mostPairs: number): Work<Distances | null> {
  try {
    return yield* measure(kept, limit, mostPairs);
  } catch (error) {
    if (error instanceof TooManyPairs) return null;
    throw error;
  }
}

/** Neighbours in the order of candidates lie near each other: every n-th is spread over the ground. */
function evenly(of: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, k) => Math.floor((k * of) / count));
}
