/** Fewest sites that cover all, with a bound: reductions, search, relaxation, and a solver where what is left is small. */
import type { Work } from '../progress.ts';
import { boundCover, coverRows } from './coverAll.ts';
import { askExactly, coverModel, type ExactAnswer, type SolverOutcome } from './exact.ts';
import type { Random } from './random.ts';
import { restrict, withoutDominated, withoutImpliedRows } from './reduce.ts';
import type { Service } from './service.ts';
import type { SitingBudget, Solved } from './solve.ts';

const STEPS = 200_000;
const STALE_STEPS = 20_000;
const BOUND_ITERATIONS = 800;
const ROUNDS = 6;
/** Of the time given. */
const [BOUND_SHARE, SEARCH_SHARE] = [0.2, 0.5];
const SOLVER_TOLERANCE = 1e-6;

export function* coverService(given: Service, random: Random, budget: SitingBudget): Work<Solved> {
  // To cover is worth one for each row, however many rows were alike.
  const { service, needed } = reduceCover(given);
  const reduced = { candidates: service.candidates, rows: service.rows };
  const done = (sites: readonly number[], bound: number, boundBy: Solved['boundBy'], solver: SolverOutcome, steps: number): Solved => {
    const all = [...needed, ...sites].sort((a, b) => a - b);
    return { sites: all, value: all.length, bound: needed.length + bound, boundBy, solver, steps, reduced };
  };
  if (service.rows === 0) return done([], 0, 'relaxation', 'notNeeded', 0);
  const seconds = budget.secondsLeft?.() ?? Infinity;
  const overAt = (share: number) => ({ isOver: () => (budget.secondsLeft?.() ?? Infinity) < seconds * (1 - share) });
  const quick = yield* coverRows(service, random, 0, { steps: 0, staleSteps: 0 });
  const least = yield* boundCover(service, quick.sites.length, { iterations: budget.boundIterations ?? BOUND_ITERATIONS, ...overAt(BOUND_SHARE) });
  const found = yield* coverRows(service, random, least, { steps: budget.steps ?? STEPS, staleSteps: STALE_STEPS, ...overAt(SEARCH_SHARE) });
  const own = (sites: readonly number[]) => sites.map((c) => service.candidateOf[c]!);
  const isClosed = found.sites.length <= least;
  if (isClosed && budget.confirm !== true) return done(own(found.sites), least, 'relaxation', 'notNeeded', found.steps);
  const left = Math.max(budget.solverSeconds ?? 0, budget.secondsLeft?.() ?? Infinity);
  if (!budget.exact || left <= 0) return done(own(found.sites), least, 'relaxation', 'notAsked', found.steps);
  const model = coverModel(service);
  if (model === null) return done(own(found.sites), least, 'relaxation', 'tooLarge', found.steps);
  const answer = yield* askExactly(budget.exact, { model: model.text, start: found.sites.map((c) => `x${c}`), seconds: left, absoluteGap: 0.9 });
  const bound = answer.bound === null ? 0 : Math.ceil(answer.bound - SOLVER_TOLERANCE);
  const sites = betterCover(service, found.sites, answer);
  return bound >= least ? done(own(sites), Math.min(bound, sites.length), 'solver', answer.status, found.steps) : done(own(sites), least, 'relaxation', answer.status, found.steps);
}

function betterCover(service: Service, found: readonly number[], { chosen }: ExactAnswer): readonly number[] {
  const sites = chosen?.filter((name) => name.startsWith('x')).map((name) => Number(name.slice(1))) ?? null;
  return sites !== null && sites.length < found.length && coversAll(service, sites) ? sites : found;
}

/** Candidates that alone cover some row are needed (by their index in the problem); the rest without what others imply. */
function reduceCover(given: Service): { service: Service; needed: readonly number[] } {
  let service: Service = { ...given, weight: new Float64Array(given.rows).fill(1) };
  const needed: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = service;
    service = withoutImpliedRows(withoutDominated(service));
    const only = new Uint8Array(service.candidates);
    for (let r = 0; r < service.rows; r++) if (service.rowStart[r + 1]! - service.rowStart[r]! === 1) only[service.rowCandidate[service.rowStart[r]!]!] = 1;
    if (only.some((mark) => mark !== 0)) {
      needed.push(...service.candidateOf.filter((_, c) => only[c] === 1));
      service = restrict(service, only, new Uint8Array(service.candidates)).service;
    }
    service = { ...service, weight: new Float64Array(service.rows).fill(1) };
    if (service.rows === before.rows && service.candidates === before.candidates) break;
  }
  return { service, needed };
}

function coversAll({ rows, start, row }: Service, sites: readonly number[]): boolean {
  const covered = new Uint8Array(rows);
  for (const site of sites) for (let at = start[site]!; at < start[site + 1]!; at++) covered[row[at]!] = 1;
  return covered.every((mark) => mark === 1);
}
