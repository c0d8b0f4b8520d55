/** So many sites that save most, with a bound: search, relaxation, what it settles, and a solver for the rest where that is small. */
import type { Work } from '../progress.ts';
import { askExactly, MOST_MODEL_ENTRIES, savingModel, type SolverOutcome } from './exact.ts';
import { improve, type Found } from './improve.ts';
import { boundSavings, type SavingBound } from './lagrange.ts';
import type { Random } from './random.ts';
import { restrict, withoutDominated } from './reduce.ts';
import type { Service } from './service.ts';
import type { SitingBudget, Solved } from './solve.ts';

/** Exchanges tried in the search, unless said otherwise, and rounds without success after which it ends. */
const [FIRST_STEPS, FIRST_STALE_ROUNDS] = [3_000, 20];
const STEPS = 200_000;
const STALE_ROUNDS = 400;
const BOUND_ITERATIONS = 600;
/** Of the time given: the search ends after the first share, the relaxation after the second, the solver has the rest. */
const [SEARCH_SHARE, BOUND_SHARE] = [0.45, 0.65];
/** The solver's own figures are not exact. */
const SOLVER_TOLERANCE = 1e-7;

export function* saveService(whole: Service, count: number, random: Random, budget: SitingBudget): Work<Solved> {
  const service = isCoverage(whole) ? withoutDominated(whole) : whole;
  const reduced = { candidates: service.candidates, rows: service.rows };
  const given = budget.secondsLeft?.() ?? Infinity;
  const overAt = (share: number) => ({ isOver: () => (budget.secondsLeft?.() ?? Infinity) < given * (1 - share) });
  if (service.rows === 0 || count === 0) return { sites: [], value: 0, bound: 0, boundBy: 'relaxation', solver: 'notNeeded', steps: 0, reduced };
  const [steps, iterations] = [budget.steps ?? STEPS, budget.boundIterations ?? BOUND_ITERATIONS];
  const boundOf = ({ saved, sites }: Found) => boundSavings(service, count, saved, savingOfRows(service, sites), { iterations, ...overAt(BOUND_SHARE) });
  // Many problems are closed by a short search and its bound; only the others are worth a long one.
  let found = yield* improve(service, count, random, { steps: Math.min(steps, FIRST_STEPS), staleRounds: FIRST_STALE_ROUNDS, ...overAt(SEARCH_SHARE) });
  let relaxed = yield* boundOf(found);
  if (found.saved < relaxed.bound && steps > FIRST_STEPS) {
    const longer = yield* improve(service, count, random, { steps, staleRounds: STALE_ROUNDS, ...overAt(SEARCH_SHARE) });
    if (longer.saved > found.saved) {
      const bound = Math.min(relaxed.bound, (relaxed = yield* boundOf(longer)).bound);
      relaxed = { ...relaxed, bound: Math.max(longer.saved, bound) };
    }
    found = longer.saved > found.saved ? longer : { ...found, steps: found.steps + longer.steps };
  }
  const best = { sites: found.sites.map((c) => service.candidateOf[c]!), value: found.saved, bound: relaxed.bound, boundBy: 'relaxation' as const, solver: 'notNeeded' as SolverOutcome, steps: found.steps, reduced };
  const isClosed = best.value >= best.bound;
  if (isClosed && budget.confirm !== true) return best;
  const nothingSettled = { out: new Uint8Array(service.candidates), in: new Uint8Array(service.candidates) };
  const proof = yield* prove(service, count, found, isClosed ? { ...relaxed, ...nothingSettled } : relaxed, budget);
  return { ...best, ...(isClosed && proof.boundBy !== 'solver' ? { solver: proof.solver } : proof) };
}

/** By the solver; the better solution where it finds one, the better of both bounds. */
function* prove(service: Service, count: number, found: Found, relaxed: SavingBound, { exact, secondsLeft, solverSeconds = 0 }: SitingBudget): Work<Partial<Solved> & Pick<Solved, 'solver'>> {
  const seconds = Math.max(solverSeconds, secondsLeft?.() ?? Infinity);
  if (exact === undefined || exact === null || !(seconds > 0)) return { solver: 'notAsked' };
  const opened = service.candidateOf.filter((_, c) => relaxed.in[c] === 1);
  const rest = restrict(service, relaxed.in, relaxed.out);
  if (rest.service.row.length > MOST_MODEL_ENTRIES) return { solver: 'tooLarge' };
  const small = isCoverage(rest.service) ? withoutDominated(rest.service) : rest.service;
  const left = Math.max(0, count - opened.length);
  const model = savingModel(small, left);
  if (model === null) return { solver: 'tooLarge' };
  const known = new Set(found.sites.map((c) => service.candidateOf[c]!));
  const start = [...small.candidateOf.keys()].filter((c) => known.has(small.candidateOf[c]!)).slice(0, left).map((c) => `x${c}`);
  const answer = yield* askExactly(exact, { model: model.text, start, seconds, absoluteGap: model.scale === 1 ? 0.9 : 0.5 / model.scale });
  const bound = answer.bound === null ? relaxed.bound : rest.saved + whole(answer.bound * model.scale);
  const sites = answer.chosen?.filter((name) => name.startsWith('x')).map((name) => small.candidateOf[Number(name.slice(1))]!);
  const chosen = sites === undefined ? null : [...opened, ...sites].slice(0, count);
  const better = chosen === null ? null : savedBy(service, chosen);
  const isBetter = better !== null && better > found.saved;
  const value = isBetter ? better : found.saved;
  const solverBound = answer.status === 'optimal' && bound - value <= SOLVER_TOLERANCE * Math.abs(bound) ? value : bound;
  return {
    solver: answer.status, value, ...(isBetter ? { sites: chosen! } : {}),
    ...(answer.bound !== null && solverBound <= relaxed.bound ? { bound: Math.max(value, solverBound), boundBy: 'solver' as const } : { bound: Math.max(value, relaxed.bound) }),
  };
}

/** What is saved is whole: fractions of the bound say nothing, but the solver's rounding must not cut it. */
function whole(bound: number): number {
  return Math.floor(bound + Math.max(1e-4, Math.abs(bound) * 1e-9));
}

function isCoverage({ fallback, cost }: Service): boolean {
  return fallback.every((value) => value === 1) && cost.every((value) => value === 0);
}

/** What each row saves with these candidates of the service open. */
function savingOfRows({ rows, weight, fallback, start, row, cost }: Service, sites: readonly number[]): Float64Array {
  const saving = new Float64Array(rows);
  for (const site of sites) {
    for (let at = start[site]!; at < start[site + 1]!; at++) saving[row[at]!] = Math.max(saving[row[at]!]!, weight[row[at]!]! * (fallback[row[at]!]! - cost[at]!));
  }
  return saving;
}

/** Candidates by their index in the problem. */
function savedBy(service: Service, sites: readonly number[]): number {
  const wanted = new Set(sites);
  const own = [...service.candidateOf.keys()].filter((c) => wanted.has(service.candidateOf[c]!));
  return savingOfRows(service, own).reduce((sum, saving) => sum + saving, 0);
}
