/** Made-up siting problems, and the plainest way to solve small ones. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { straightDistances } from '../../src/core/siting/distances.ts';
import type { SitingProblem } from '../../src/core/siting/problem.ts';
import { UNREACHED } from '../../src/core/network/place.ts';
import { finish } from '../../src/core/progress.ts';
import { seededRandom } from '../../data/generator/random.ts';
import { loadExactSolver } from '../../src/io/siting/highs.ts';
import { scattered } from './streetCity.ts';

/** The solver as the command line has it: from bytes. */
export function highsForTests(): ReturnType<typeof loadExactSolver> {
  return loadExactSolver(() => Promise.resolve(new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')))));
}

export interface SitingShape {
  readonly points: number;
  readonly candidates: number;
  readonly count: number;
  readonly sideMetres: number;
  readonly limitMetres: number;
  readonly objective: SitingProblem['objective'];
  readonly seed: number;
  /** Beyond this no distance is known. */
  readonly cutoffMetres?: number;
  readonly existing?: number;
}

/** Points in a square, more people towards its middle. */
export function aSitingProblem({ points, candidates, count, sideMetres, limitMetres, objective, seed, cutoffMetres, existing = 0 }: SitingShape): SitingProblem {
  const random = seededRandom(seed);
  const demand = scattered(points, sideMetres, seed + 1);
  const sites = scattered(candidates, sideMetres, seed + 2);
  const cutoff = Math.round((cutoffMetres ?? (objective === 'median' ? 2 * sideMetres : limitMetres)) * 1000);
  const standing = scattered(existing, sideMetres, seed + 3);
  const nearest = existing === 0 ? null : Uint32Array.from({ length: points }, (_, k) => {
    const { millimetres } = finish(straightDistances(standing, demand.slice(2 * k, 2 * k + 2), 4_000_000_000));
    return millimetres.reduce((least, each) => Math.min(least, each), UNREACHED);
  });
  return {
    objective, count, limitMillimetres: limitMetres * 1000, eligible: null, existing: nearest,
    weight: Uint32Array.from({ length: points }, () => Math.floor(random() * random() * 400)), distances: finish(straightDistances(sites, demand, cutoff)),
  };
}

/** A problem from a table: `rows[c][d]` metres from candidate c to demand point d, null: not joined. */
export function tableProblem(rows: readonly (readonly (number | null)[])[], weight: readonly number[], over: Partial<SitingProblem> = {}): SitingProblem {
  const start = [0];
  const [point, millimetres]: [number[], number[]] = [[], []];
  for (const row of rows) {
    row.forEach((metres, k) => {
      if (metres === null) return;
      point.push(k);
      millimetres.push(metres * 1000);
    });
    start.push(point.length);
  }
  return {
    objective: 'coverage', weight, count: 1, limitMillimetres: 500_000, existing: null, eligible: null,
    distances: { candidates: rows.length, points: weight.length, start: Uint32Array.from(start), point: Uint32Array.from(point), millimetres: Uint32Array.from(millimetres), limitMillimetres: UNREACHED - 1 },
    ...over,
  };
}

/** What a choice is worth, straight from the definitions: people newly covered, or the sum of people × millimetres. */
export function worthOf({ objective, weight, distances, existing, limitMillimetres }: SitingProblem, sites: readonly number[], charge: number): number {
  let worth = 0;
  for (let point = 0; point < distances.points; point++) {
    const standing = existing === null ? UNREACHED : existing[point]!;
    let nearest = standing;
    for (const c of sites) {
      for (let at = distances.start[c]!; at < distances.start[c + 1]!; at++) if (distances.point[at] === point) nearest = Math.min(nearest, distances.millimetres[at]!);
    }
    if (objective === 'median') worth += weight[point]! * Math.min(charge, nearest);
    else if (nearest <= limitMillimetres && standing > limitMillimetres) worth += objective === 'coverAll' ? Math.min(1, weight[point]!) : weight[point]!;
  }
  return worth;
}

/** Every choice of so many candidates. */
export function* choices(candidates: readonly number[], count: number): Generator<number[]> {
  if (count === 0) yield [];
  else for (let k = 0; k + count <= candidates.length; k++) for (const rest of choices(candidates.slice(k + 1), count - 1)) yield [candidates[k]!, ...rest];
}
