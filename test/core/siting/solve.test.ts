/** The sites found against every choice there is, for the three objectives; bounds; repetition; problems without an answer. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { UNREACHED } from '../../../src/core/network/place.ts';
import { finish } from '../../../src/core/progress.ts';
import type { ExactSolver } from '../../../src/core/siting/exact.ts';
import { longest, largeEnough, type SitingObjective, type SitingProblem } from '../../../src/core/siting/problem.ts';
import { solveSiting, type SitingBudget, type SitingResult } from '../../../src/core/siting/solve.ts';
import { choices, highsForTests, tableProblem, worthOf } from '../../builders/siting.ts';

let exact: ExactSolver;
beforeAll(async () => { exact = await highsForTests(); });

const quick: SitingBudget = { seed: 1, steps: 400, boundIterations: 200 };
const solve = (problem: SitingProblem, budget: Partial<SitingBudget> = {}): SitingResult => finish(solveSiting(problem, { ...quick, ...budget }));
const sitesOf = ({ sites }: SitingResult) => sites.map(({ candidate }) => candidate);

const distance = fc.option(fc.integer({ min: 0, max: 1200 }), { freq: 3 });
const problems = (objective: SitingObjective) => fc.integer({ min: 1, max: 8 }).chain((points) => fc.record({
  rows: fc.array(fc.array(distance, { minLength: points, maxLength: points }), { minLength: 1, maxLength: 7 }),
  weight: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: points, maxLength: points }),
  existing: fc.option(fc.array(fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null }), { minLength: points, maxLength: points }), { nil: null }),
  count: fc.integer({ min: 0, max: 5 }), excluded: fc.integer({ min: -3, max: 6 }),
})).map(({ rows, weight, existing, count, excluded }) => tableProblem(rows, weight, {
  objective, count, existing: existing === null ? null : Uint32Array.from(existing, (metres) => (metres === null ? UNREACHED : metres * 1000)),
  eligible: excluded < 0 || excluded >= rows.length ? null : Uint8Array.from(rows, (_, k) => (k === excluded ? 0 : 1)),
}));
const eligibleOf = ({ distances, eligible }: SitingProblem) => Array.from({ length: distances.candidates }, (_, k) => k).filter((k) => eligible === null || eligible[k] === 1);

describe('solveSiting against every choice', () => {
  it('coverage: the best choice is found and proved with the solver; without it the bound is never below it', () => {
    fc.assert(fc.property(problems('coverage'), (problem) => {
      const own = eligibleOf(problem);
      const best = Math.max(...[...choices(own, Math.min(problem.count, own.length))].map((sites) => worthOf(problem, sites, 0)));
      const proved = solve(problem, { exact });
      expect(proved).toMatchObject({ value: best, bound: best, gap: 0, isProved: true });
      expect(worthOf(problem, sitesOf(proved), 0)).toBe(best);
      expect(sitesOf(proved).length).toBeLessThanOrEqual(problem.count);
      expect(sitesOf(proved).every((site) => own.includes(site))).toBe(true);
      expect(proved.sites.reduce((sum, { gain }) => sum + gain, 0)).toBe(best);
      expect(proved.figures.coveredAfter - proved.figures.coveredBefore).toBe(best);
      const alone = solve(problem);
      expect(alone.bound).toBeGreaterThanOrEqual(best);
      expect(alone.value).toBeLessThanOrEqual(best);
      if (alone.isProved) expect(alone.value).toBe(best);
    }), { seed: 5, numRuns: 150 });
  });

  it('median: the shortest mean, those left unreached counted with the longest distance', () => {
    fc.assert(fc.property(problems('median'), (problem) => {
      // What cannot be taken must not set the distance of those left unreached: the search does not know it either way.
      const charge = longest(problem.distances, problem.existing);
      const own = eligibleOf(problem);
      const counted = problem.weight as number[];
      const reachable = counted.map((_, point) => (problem.existing !== null && problem.existing[point] !== UNREACHED) || own.some((c) => reaches(problem, c, point)));
      const people = counted.reduce((sum, each, point) => sum + (reachable[point]! ? each : 0), 0);
      const constant = counted.reduce((sum, each, point) => sum + (reachable[point]! ? 0 : each * charge), 0);
      const least = Math.min(...[...choices(own, Math.min(problem.count, own.length))].map((sites) => worthOf(problem, sites, charge)));
      const mean = people === 0 ? 0 : (least - constant) / people / 1000;
      const proved = solve(problem, { exact });
      expect(proved.value).toBeCloseTo(mean, 9);
      expect(proved.isProved).toBe(true);
      expect(worthOf(problem, sitesOf(proved), charge)).toBe(least);
      const alone = solve(problem);
      expect(alone.bound).toBeLessThanOrEqual(mean + 1e-9);
      expect(alone.value).toBeGreaterThanOrEqual(mean - 1e-9);
    }), { seed: 6, numRuns: 150 });
  });

  it('cover all: the fewest sites, and the points that no choice covers', () => {
    fc.assert(fc.property(problems('coverAll'), (problem) => {
      const own = eligibleOf(problem);
      const all = worthOf(problem, own, 0);
      let fewest = 0;
      while (![...choices(own, fewest)].some((sites) => worthOf(problem, sites, 0) === all)) fewest++;
      const proved = solve(problem, { exact });
      expect(proved).toMatchObject({ value: fewest, bound: fewest, isProved: true });
      expect(worthOf(problem, sitesOf(proved), 0)).toBe(all);
      const lost = (problem.weight as number[]).flatMap((each, point) => (each > 0 && !(problem.existing !== null && problem.existing[point]! <= 500_000) && !own.some((c) => reaches(problem, c, point, 500_000)) ? [point] : []));
      expect(proved.figures.cannotBeCoveredPoints).toEqual(lost);
      const alone = solve(problem);
      expect(alone.bound).toBeLessThanOrEqual(fewest);
      expect(alone.value).toBeGreaterThanOrEqual(fewest);
      expect(worthOf(problem, sitesOf(alone), 0)).toBe(all);
    }), { seed: 7, numRuns: 150 });
  });
});

function reaches({ distances }: SitingProblem, candidate: number, point: number, limit = UNREACHED - 1): boolean {
  for (let at = distances.start[candidate]!; at < distances.start[candidate + 1]!; at++) if (distances.point[at] === point && distances.millimetres[at]! <= limit) return true;
  return false;
}

describe('problems without an answer, or with an easy one', () => {
  for (const objective of ['coverage', 'median', 'coverAll'] as const) {
    it(`${objective}: no candidates, no demand, nobody living there, nothing reached`, () => {
      const none = { sites: [], isProved: true, gap: 0 };
      expect(solve(tableProblem([], [3, 4], { objective, count: 2 }))).toMatchObject({ ...none, figures: { total: 7, coveredAfter: 0, notReached: 7 } });
      expect(solve(tableProblem([[]], [], { objective, count: 2 }))).toMatchObject({ ...none, value: 0, figures: { meanMetresAfter: null } });
      expect(solve(tableProblem([[10], [20]], [0], { objective, count: 2 }))).toMatchObject({ ...none, value: 0 });
      expect(solve(tableProblem([[null, null]], [5, 6], { objective, count: 1 }))).toMatchObject({ ...none, value: 0, figures: { cannotBeCovered: 11, cannotBeCoveredPoints: [0, 1], notReached: 11 } });
    });
  }

  it('more sites than candidates: no more than help are given', () => {
    const { sites, value, isProved } = solve(tableProblem([[10, null], [null, 10], [20, 20]], [5, 6], { count: 9 }));
    expect(sites.map(({ candidate, gain }) => [candidate, gain])).toEqual([[2, 11]]);
    expect([value, isProved]).toEqual([11, true]);
  });

  it('facilities that stand are counted first', () => {
    const problem = tableProblem([[10, null, null], [null, 10, 10]], [50, 6, 3], { existing: Uint32Array.of(400_000, UNREACHED, 600_000) });
    expect(solve(problem)).toMatchObject({ value: 9, sites: [{ candidate: 1, gain: 9 }], figures: { coveredBefore: 50, coveredAfter: 59, total: 59 } });
  });

  it('the limit is inclusive; an island is told, not forgotten', () => {
    const problem = tableProblem([[500, 501, null]], [1, 2, 4]);
    expect(solve(problem)).toMatchObject({ value: 1, figures: { cannotBeCovered: 6, notReached: 4, meanMetresAfter: (500 + 2 * 501) / 3 } });
  });

  it('a bug in the question throws', () => {
    const problem = tableProblem([[10]], [1]);
    for (const bad of [{ weight: [1.5] }, { weight: [-1] }, { weight: [1, 2] }, { count: -1 }, { count: 0.5 }, { limitMillimetres: NaN }, { eligible: new Uint8Array(3) }, { existing: new Uint32Array(2) }, { weight: [2 ** 52] }]) {
      expect(() => solve({ ...problem, ...bad })).toThrow(RangeError);
    }
    expect(() => solve({ ...problem, distances: { ...problem.distances, limitMillimetres: 100 } })).toThrow('expected 500000');
  });

  it('a candidate of unknown area is not taken to be large enough', () => {
    const { eligible, tooSmall, unknown } = largeEnough([1000, 999.9, null, 2000], 1000);
    expect([[...eligible], tooSmall, unknown]).toEqual([[1, 0, 0, 1], [1], [2]]);
  });
});
