/** The best sites that can be found, how far from the best possible they are at most, and whether they are proved to be it. */
import type { Work } from '../progress.ts';
import { UNREACHED } from '../network/place.ts';
import { NO_LIMIT } from './distances.ts';
import { coverService } from './solveCover.ts';
import type { ExactSolver, SolverOutcome } from './exact.ts';
import { checkProblem, longest, type SitingProblem } from './problem.ts';
import { randomOf } from './random.ts';
import { servedProblem } from './service.ts';
import { saveService } from './solveSaving.ts';

export interface SitingBudget {
  readonly seed: number;
  /** Steps of the search; the same steps and seed give the same sites as long as time does not run out first. */
  readonly steps?: number;
  /** Iterations of the bound. */
  readonly boundIterations?: number;
  /** Seconds that are left of the time given; asked again and again. Without it only the steps count. */
  readonly secondsLeft?: () => number;
  /** Null: no proof by a solver is tried. */
  readonly exact?: ExactSolver | null;
  /** The solver gets so many seconds at least, whatever the search has left of the time. */
  readonly solverSeconds?: number;
  /** The solver is asked where the relaxation proves already, too: another program on the whole model. */
  readonly confirm?: boolean;
}

export interface SitingSite {
  /** Index in the problem. */
  readonly candidate: number;
  /**
   * When the sites open in the order of the list: people newly covered, for `coverAll` too. For `median` metres that the mean becomes shorter,
   * those still unreached counted as in `value`.
   */
  readonly gain: number;
  /** People whose nearest facility it is, of all those that are reached. */
  readonly nearestOf: number;
}

export interface SitingFigures {
  readonly total: number;
  /** Within the limit of what stands already, and with the new sites. */
  readonly coveredBefore: number;
  readonly coveredAfter: number;
  /** Within the limit of no eligible candidate and of nothing that stands: no choice covers them. */
  readonly cannotBeCovered: number;
  /** Demand points that no choice covers and in which somebody lives. */
  readonly cannotBeCoveredPoints: readonly number[];
  /** No facility and no site reaches them, or only beyond the cut-off of the distances. Null where that is the limit itself: then it says no more than `coveredAfter`. */
  readonly notReached: number | null;
  /** Of those reached; null where nobody is, or where distances are known up to the limit only. */
  readonly meanMetresBefore: number | null;
  readonly meanMetresAfter: number | null;
}

export interface SitingResult {
  /** The most useful first. Fewer than asked for where more would serve nobody better. */
  readonly sites: readonly SitingSite[];
  /**
   * `coverage`: people newly covered. `median`: mean metres over all whom some candidate or facility reaches, those left unreached counted
   * with the longest distance known. `coverAll`: new sites.
   */
  readonly value: number;
  /** No choice is better than this. */
  readonly bound: number;
  /** |value − bound| as a share of the bound: the true distance from the optimum is no larger. Null where the bound is nought. */
  readonly gap: number | null;
  readonly isProved: boolean;
  /** What the bound comes from. */
  readonly boundBy: 'relaxation' | 'solver';
  readonly solver: SolverOutcome;
  /** Metres at which those left unreached were counted; null for the other objectives. */
  readonly chargeMetres: number | null;
  readonly figures: SitingFigures;
  readonly steps: number;
  /** Size of what was searched: candidates and demand points after leaving out what changes nothing. */
  readonly reduced: { readonly candidates: number; readonly rows: number };
}

/** What both ways of solving give back: sites by their index in the problem, values in the units of the service. */
export interface Solved {
  readonly sites: readonly number[];
  readonly value: number;
  readonly bound: number;
  readonly boundBy: SitingResult['boundBy'];
  readonly solver: SolverOutcome;
  readonly steps: number;
  readonly reduced: SitingResult['reduced'];
}

const MILLIMETRES_PER_METRE = 1000;

/** Throws `RangeError` where the problem is none. Without candidates, or without demand, the answer is no site, proved. */
export function* solveSiting(problem: SitingProblem, budget: SitingBudget): Work<SitingResult> {
  checkProblem(problem);
  const { service, baseCost, baseWeight, charge } = servedProblem(problem);
  const random = randomOf(budget.seed);
  const isCover = problem.objective === 'coverAll';
  const solved = isCover ? yield* coverService(service, random, budget) : yield* saveService(service, problem.count, random, budget);
  const metres = (saved: number) => (baseWeight === 0 ? 0 : (baseCost - saved) / baseWeight / MILLIMETRES_PER_METRE);
  const isMedian = problem.objective === 'median';
  const [value, bound] = isMedian ? [metres(solved.value), metres(solved.bound)] : [solved.value, solved.bound];
  const isProved = solved.value === solved.bound;
  return {
    ...report(problem, solved.sites, baseWeight), value, bound, isProved, boundBy: solved.boundBy, solver: solved.solver,
    gap: isProved ? 0 : bound > 0 ? Math.abs(value - bound) / bound : null,
    chargeMetres: isMedian ? charge / MILLIMETRES_PER_METRE : null, steps: solved.steps, reduced: solved.reduced,
  };
}

/** Sites in the order of what they add, and what is told beside. Counted on the problem as given, not on what was searched. */
function report(problem: SitingProblem, chosen: readonly number[], baseWeight: number): Pick<SitingResult, 'sites' | 'figures'> {
  const { weight, distances, existing, limitMillimetres, objective } = problem;
  const nearest = existing?.slice() ?? new Uint32Array(distances.points).fill(UNREACHED);
  const nearestSite = new Int32Array(distances.points).fill(-1);
  const reachable = reachableOf(problem);
  const charge = objective === 'median' ? longest(distances, existing) : 0;
  const priceOf = (millimetres: number) => (objective === 'median' ? Math.min(charge, millimetres) : millimetres <= limitMillimetres ? 0 : 1);
  const gainOf = (candidate: number) => {
    let gain = 0;
    for (let at = distances.start[candidate]!; at < distances.start[candidate + 1]!; at++) {
      const point = distances.point[at]!;
      gain += weight[point]! * Math.max(0, priceOf(nearest[point]!) - priceOf(distances.millimetres[at]!));
    }
    return gain;
  };
  const isCutAtLimit = objective !== 'median' && distances.limitMillimetres < NO_LIMIT;
  const meanOf = () => (isCutAtLimit ? null : meanMetres(weight, nearest));
  const [before, meanMetresBefore] = [coveredWeight(problem, nearest), meanOf()];
  const ordered: { candidate: number; gain: number }[] = [];
  const left = new Set(chosen);
  while (left.size > 0) {
    let [candidate, gain] = [-1, -1];
    for (const each of left) {
      const own = gainOf(each);
      if (own <= gain) continue;
      [candidate, gain] = [each, own];
    }
    left.delete(candidate);
    for (let at = distances.start[candidate]!; at < distances.start[candidate + 1]!; at++) {
      const point = distances.point[at]!;
      if (distances.millimetres[at]! >= nearest[point]!) continue;
      nearest[point] = distances.millimetres[at]!;
      nearestSite[point] = candidate;
    }
    ordered.push({ candidate, gain: objective === 'median' ? gain / Math.max(1, baseWeight) / MILLIMETRES_PER_METRE : gain });
  }
  const nearestOf = new Map<number, number>();
  nearestSite.forEach((site, point) => { if (site >= 0) nearestOf.set(site, (nearestOf.get(site) ?? 0) + weight[point]!); });
  const indices = [...reachable.keys()].filter((point) => reachable[point] === 0 && weight[point]! > 0);
  const sum = (points: Iterable<number>) => [...points].reduce((total, point) => total + weight[point]!, 0);
  return {
    sites: ordered.map(({ candidate, gain }) => ({ candidate, gain, nearestOf: nearestOf.get(candidate) ?? 0 })),
    figures: {
      total: sum(reachable.keys()), coveredBefore: before, coveredAfter: coveredWeight(problem, nearest), cannotBeCovered: sum(indices), cannotBeCoveredPoints: indices,
      notReached: isCutAtLimit ? null : sum([...nearest.keys()].filter((point) => nearest[point] === UNREACHED)), meanMetresBefore, meanMetresAfter: meanOf(),
    },
  };
}

/** 1: some eligible candidate or a facility lies within the limit. */
function reachableOf({ distances, existing, eligible, limitMillimetres }: SitingProblem): Uint8Array {
  const reachable = Uint8Array.from({ length: distances.points }, (_, k) => (existing !== null && existing[k]! <= limitMillimetres ? 1 : 0));
  for (let c = 0; c < distances.candidates; c++) {
    if (eligible !== null && eligible[c] === 0) continue;
    for (let at = distances.start[c]!; at < distances.start[c + 1]!; at++) if (distances.millimetres[at]! <= limitMillimetres) reachable[distances.point[at]!] = 1;
  }
  return reachable;
}

function coveredWeight({ weight, limitMillimetres }: SitingProblem, nearest: Uint32Array): number {
  return nearest.reduce((sum, millimetres, point) => sum + (millimetres <= limitMillimetres ? weight[point]! : 0), 0);
}

function meanMetres(weight: ArrayLike<number>, nearest: Uint32Array): number | null {
  let [sum, people] = [0, 0];
  nearest.forEach((millimetres, point) => {
    if (millimetres === UNREACHED) return;
    sum += weight[point]! * millimetres;
    people += weight[point]!;
  });
  return people === 0 ? null : sum / people / MILLIMETRES_PER_METRE;
}
