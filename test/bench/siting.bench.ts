/**
 * Siting on made-up cities: the gain map over every junction of a network of about 67,000, several sites on it, and larger problems of
 * each kind with the gap that is left. Times are of one run; other work on the machine only ever adds.
 */
import { seededRandom } from '../../data/generator/random.ts';
import { buildStreetGraph } from '../../src/core/network/buildGraph.ts';
import { ReachEngine } from '../../src/core/network/reachEngine.ts';
import { openNetwork } from '../../src/core/network/streetNetwork.ts';
import { finish } from '../../src/core/progress.ts';
import { GainMap } from '../../src/core/siting/gainMap.ts';
import { solveJunctions } from '../../src/core/siting/junctions.ts';
import { solveSiting, type SitingBudget } from '../../src/core/siting/solve.ts';
import { aSitingProblem, highsForTests, type SitingShape } from '../builders/siting.ts';
import { scattered, streetCity } from '../builders/streetCity.ts';

const SECONDS = Number(process.env.SITING_SECONDS ?? 20);
const exact = await highsForTests();

const city = streetCity(84_000, 7);
const engine = new ReachEngine(openNetwork(buildStreetGraph(city.source)));
const { junctionCount } = engine.network.net;
const random = seededRandom(5);
for (const homes of [36_000, 300_000]) {
  const demand = finish(engine.snap(scattered(homes, city.sideMetres, 3))).anchors;
  const weight = Uint32Array.from({ length: homes }, () => Math.floor(random() * 90));
  for (const metres of [540, 1_080]) {
    const limit = metres * 1000;
    const map = new GainMap(engine.search, demand, weight, null, limit);
    const measured = timed(() => finish(map.measure()));
    const best = map.gain[map.best()]!;
    const taken = timed(() => { for (let k = 0; k < 10; k++) map.take(map.best()); });
    console.log(`gain map, ${junctionCount} junctions, ${homes} homes, ${metres} m: ${ms(measured)}; best ${best}; ten sites one after the other ${ms(taken)}, ${map.taken} covered, bound ${map.bound(10)}`);
  }
  if (homes > 100_000) continue;
  for (const count of [1, 10]) {
    const spent = timedWith(() => finish(solveJunctions(engine.search, { demand, weight, existing: null, limitMillimetres: 540_000, count }, budget())));
    const { result, isAllSearched } = spent.value;
    console.log(`best ${count} of all junctions, 540 m: ${result.value}, bound ${result.bound}, gap ${percent(result.gap)}, ${isAllSearched ? 'all' : 'peaks'} searched, ${ms(spent.ms)}`);
  }
}

const shapes: SitingShape[] = [
  { objective: 'coverage', points: 5_000, candidates: 500, count: 20, sideMetres: 12_000, limitMetres: 540, seed: 1 },
  { objective: 'coverage', points: 5_000, candidates: 1_000, count: 10, sideMetres: 12_000, limitMetres: 1_080, seed: 2 },
  { objective: 'coverage', points: 20_000, candidates: 2_000, count: 20, sideMetres: 15_000, limitMetres: 540, seed: 3 },
  { objective: 'coverage', points: 5_000, candidates: 5_000, count: 50, sideMetres: 15_000, limitMetres: 600, seed: 4 },
  { objective: 'coverage', points: 5_000, candidates: 5_000, count: 100, sideMetres: 15_000, limitMetres: 600, seed: 4 },
  { objective: 'median', points: 300, candidates: 300, count: 30, sideMetres: 8_000, limitMetres: 800, seed: 5 },
  { objective: 'median', points: 500, candidates: 500, count: 10, sideMetres: 8_000, limitMetres: 800, seed: 6 },
  { objective: 'median', points: 3_000, candidates: 600, count: 25, sideMetres: 12_000, limitMetres: 800, seed: 7 },
  { objective: 'coverAll', points: 1_000, candidates: 200, count: 0, sideMetres: 8_000, limitMetres: 1_000, seed: 8 },
  { objective: 'coverAll', points: 5_000, candidates: 1_000, count: 0, sideMetres: 12_000, limitMetres: 1_000, seed: 9 },
];
console.log(`\nup to ${SECONDS} s each; "search" is without the solver`);
for (const shape of shapes) {
  const problem = aSitingProblem(shape);
  const alone = timedWith(() => finish(solveSiting(problem, { ...budget(), exact: null })));
  const helped = timedWith(() => finish(solveSiting(problem, budget())));
  const { objective, points, candidates, count, limitMetres } = shape;
  const row = ({ value: { value, bound, gap, isProved, boundBy }, ms: spent }: typeof alone) =>
    `${Math.round(value * 10) / 10} / ${Math.round(bound * 10) / 10}, gap ${percent(gap)}${isProved ? ' proved' : ''} by ${boundBy}, ${ms(spent)}`;
  console.log(`${objective} ${points} × ${candidates}, p ${count}, ${limitMetres} m: search ${row(alone)}; with HiGHS ${row(helped)}`);
}

function budget(): SitingBudget {
  const end = performance.now() + SECONDS * 1000;
  return { seed: 1, exact, secondsLeft: () => (end - performance.now()) / 1000 };
}

function timed(work: () => unknown): number {
  return timedWith(work).ms;
}

function timedWith<T>(work: () => T): { value: T; ms: number } {
  const started = performance.now();
  const value = work();
  return { value, ms: performance.now() - started };
}

function ms(time: number): string {
  return `${time < 100 ? time.toFixed(1) : Math.round(time)} ms`;
}

function percent(gap: number | null): string {
  return gap === null ? '—' : `${(gap * 100).toFixed(3)} %`;
}
