/** How good the search is where the optimum is known, that bounds hold, and that a run can be repeated. */
import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/progress.ts';
import { coverModel, savingModel, type ExactAnswer, type ExactQuestion } from '../../../src/core/siting/exact.ts';
import { improve } from '../../../src/core/siting/improve.ts';
import { boundSavings } from '../../../src/core/siting/lagrange.ts';
import { randomOf } from '../../../src/core/siting/random.ts';
import { restrict, withoutDominated } from '../../../src/core/siting/reduce.ts';
import { servedProblem, type Service } from '../../../src/core/siting/service.ts';
import { solveSiting } from '../../../src/core/siting/solve.ts';
import { aSitingProblem, highsForTests, type SitingShape } from '../../builders/siting.ts';

let exact: (question: ExactQuestion) => ExactAnswer;
beforeAll(async () => { exact = await highsForTests(); });

const coverage = (seed: number): SitingShape => ({ points: 350, candidates: 90, count: 4 + (seed % 5), sideMetres: 5_000, limitMetres: 600 + 50 * (seed % 4), objective: 'coverage', seed });
const median = (seed: number): SitingShape => ({ points: 45, candidates: 22, count: 4 + (seed % 3), sideMetres: 5_000, limitMetres: 800, objective: 'median', seed });

/** What the solver alone proves, on the whole problem. */
function optimum(service: Service, count: number): number {
  const model = savingModel(service, count)!;
  const { status, chosen } = exact({ model: model.text, start: [], seconds: 60, absoluteGap: 0 });
  expect(status).toBe('optimal');
  const opened = new Uint8Array(service.candidates);
  for (const name of chosen!) if (name.startsWith('x')) opened[Number(name.slice(1))] = 1;
  return restrict(service, opened, new Uint8Array(service.candidates)).saved;
}

describe('the search alone', { timeout: 120_000 }, () => {
  it('comes within 0.5 % of what HiGHS proves on fourteen instances, and the relaxation bounds it', () => {
    const shapes = [...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(coverage), ...[1, 2, 3, 4, 5].map(median)];
    for (const shape of shapes) {
      const { service } = servedProblem(aSitingProblem(shape));
      const best = optimum(service, shape.count);
      const found = finish(improve(service, shape.count, randomOf(9), { steps: 5_000, staleRounds: 100 }));
      const relaxed = finish(boundSavings(service, shape.count, found.saved, new Float64Array(service.rows), { iterations: 300 }));
      expect(found.saved).toBeLessThanOrEqual(best);
      expect(found.saved / best).toBeGreaterThanOrEqual(0.995);
      expect(relaxed.bound).toBeGreaterThanOrEqual(best);
      // What the relaxation settles keeps the optimum.
      const rest = restrict(service, relaxed.in, relaxed.out);
      const settled = relaxed.in.reduce((sum, mark) => sum + mark, 0);
      const left = rest.service.rows === 0 || settled >= shape.count ? 0 : optimum(rest.service, shape.count - settled);
      expect(rest.saved + left).toBe(best);
      if (shape.objective === 'coverage') expect(optimum(withoutDominated(service), shape.count)).toBe(best);
    }
  });

  it('covers all with as few sites as HiGHS on five instances', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const problem = aSitingProblem({ points: 250, candidates: 70, count: 0, sideMetres: 5_000, limitMetres: 900, objective: 'coverAll', seed });
      const { service } = servedProblem(problem);
      const { status, chosen } = exact({ model: coverModel(service)!.text, start: [], seconds: 60, absoluteGap: 0.9 });
      expect(status).toBe('optimal');
      const { value, bound } = finish(solveSiting(problem, { seed: 4, steps: 20_000, boundIterations: 400 }));
      expect(value).toBe(chosen!.length);
      expect(bound).toBeLessThanOrEqual(value);
    }
  });
});

describe('bounds and repetition', { timeout: 60_000 }, () => {
  it('a bound is never below any solution, however little time there was', () => {
    for (const seed of [11, 12, 13]) {
      const problem = aSitingProblem({ ...coverage(seed), existing: 2 });
      const good = finish(solveSiting(problem, { seed, steps: 6_000 }));
      for (const boundIterations of [0, 1, 5, 50]) {
        const hasty = finish(solveSiting(problem, { seed, steps: 0, boundIterations }));
        expect(hasty.bound).toBeGreaterThanOrEqual(good.value);
        expect(hasty.value).toBeLessThanOrEqual(good.bound);
        expect(hasty.gap).toBeCloseTo((hasty.bound - hasty.value) / hasty.bound, 12);
      }
    }
  });

  it('the same seed and steps give the same answer; time that has run out gives one all the same', () => {
    for (const shape of [coverage(21), median(22), { ...coverage(23), objective: 'coverAll' as const }]) {
      const problem = aSitingProblem(shape);
      const run = (seed: number) => finish(solveSiting(problem, { seed, steps: 700, boundIterations: 60 }));
      expect(run(5)).toEqual(run(5));
      const late = finish(solveSiting(problem, { seed: 5, secondsLeft: () => -1, exact: () => { throw new Error('asked without time'); } }));
      expect(late.sites.length).toBeGreaterThan(0);
      if (shape.objective === 'median') expect(late.bound).toBeLessThanOrEqual(run(5).value);
      else expect(shape.objective === 'coverage' ? late.bound >= run(5).value : late.bound <= run(5).value).toBe(true);
    }
  });

  it('a solver that fails, or knows nothing, changes nothing', () => {
    const problem = aSitingProblem({ ...coverage(31), points: 200 });
    const options = { seed: 2, steps: 40, boundIterations: 3 };
    const alone = finish(solveSiting(problem, options));
    expect(alone.isProved).toBe(false);
    for (const status of ['failed', 'limit', 'infeasible'] as const) {
      const helped = finish(solveSiting(problem, { ...options, exact: () => ({ status, bound: null, chosen: null }) }));
      expect(helped).toEqual({ ...alone, solver: status });
    }
    const proved = finish(solveSiting(problem, { ...options, exact }));
    expect(proved).toMatchObject({ isProved: true, boundBy: 'solver', gap: 0 });
    expect(proved.value).toBeGreaterThanOrEqual(alone.value);
  });
});
