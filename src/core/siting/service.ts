/**
 * The form in which all objectives are solved. A row is a demand point; without a new site it pays its fallback, with one the cheapest
 * of its open candidates. What is sought are candidates that save most. Coverage is the median with the costs 0 (covered) and 1.
 *
 * Invariants: every cost is below its row's fallback, weights are positive, no row is without a candidate.
 */
import { Growing } from '../network/growing.ts';
import { UNREACHED } from '../network/place.ts';
import { longest, type SitingProblem } from './problem.ts';

export interface Service {
  readonly candidates: number;
  readonly rows: number;
  readonly weight: Float64Array;
  readonly fallback: Float64Array;
  /** By candidate, rows ascending. */
  readonly start: Uint32Array;
  readonly row: Uint32Array;
  readonly cost: Uint32Array;
  /** By row, the cheapest first, of equals the lower candidate. */
  readonly rowStart: Uint32Array;
  readonly rowCandidate: Uint32Array;
  readonly rowCost: Uint32Array;
  /** Index of each candidate in the problem. */
  readonly candidateOf: Uint32Array;
}

/** Candidates as lists of rows and costs; rows may come several times with the same content and may be empty. */
export interface LooseService {
  readonly weight: ArrayLike<number>;
  readonly fallback: ArrayLike<number>;
  readonly start: ArrayLike<number>;
  readonly row: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
  readonly candidateOf: ArrayLike<number>;
}

export interface ServedProblem {
  readonly service: Service;
  /** Weighted cost of all rows that a site could better or that facilities serve, before any new site. */
  readonly baseCost: number;
  /** Weight behind `baseCost`: for the mean. */
  readonly baseWeight: number;
  /** What a point pays that nothing reaches; 0 for coverage. */
  readonly charge: number;
}

/** `coverAll` counts every point with somebody in it as one. */
export function servedProblem(problem: SitingProblem): ServedProblem {
  const { objective, weight, distances, existing, limitMillimetres, eligible } = problem;
  const isMedian = objective === 'median';
  const charge = isMedian ? longest(distances, existing) : 0;
  const fallback = Float64Array.from({ length: distances.points }, (_, k) => {
    const standing = existing === null ? UNREACHED : existing[k]!;
    if (isMedian) return standing === UNREACHED ? charge : standing;
    return standing <= limitMillimetres ? 0 : 1;
  });
  const start = [0];
  const row = new Growing(Uint32Array, 4096);
  const cost = new Growing(Uint32Array, 4096);
  const candidateOf: number[] = [];
  const reachable = new Uint8Array(distances.points);
  for (let c = 0; c < distances.candidates; c++) {
    if (eligible !== null && eligible[c] === 0) continue;
    for (let k = distances.start[c]!; k < distances.start[c + 1]!; k++) {
      const [point, millimetres] = [distances.point[k]!, distances.millimetres[k]!];
      reachable[point] = 1;
      if (weight[point] === 0 || (!isMedian && millimetres > limitMillimetres)) continue;
      const price = isMedian ? millimetres : 0;
      if (price >= fallback[point]!) continue;
      row.push(point);
      cost.push(price);
    }
    candidateOf.push(c);
    start.push(row.length);
  }
  let [baseCost, baseWeight] = [0, 0];
  for (let k = 0; k < distances.points; k++) {
    if (reachable[k] === 0 && (existing === null || existing[k] === UNREACHED)) continue;
    baseCost += weight[k]! * fallback[k]!;
    baseWeight += weight[k]!;
  }
  const worth = objective === 'coverAll' ? Float64Array.from({ length: weight.length }, (_, k) => Math.min(1, weight[k]!)) : weight;
  return { service: tightService({ weight: worth, fallback, start, row: row.view(), cost: cost.view(), candidateOf }), baseCost, baseWeight, charge };
}

/** Rows with the same candidates, costs and fallback become one; candidates without a row go. */
export function tightService({ weight, fallback, start, row, cost, candidateOf }: LooseService): Service {
  const rowCount = weight.length;
  const kept = Array.from({ length: candidateOf.length }, (_, c) => c).filter((c) => start[c + 1]! > start[c]!);
  const loose = transpose(rowCount, kept, start, row, cost);
  const { of, first } = sameRows(rowCount, loose, fallback);
  const rows = first.length;
  const tight = { weight: new Float64Array(rows), fallback: Float64Array.from(first, (r) => fallback[r]!) };
  for (let r = 0; r < rowCount; r++) if (of[r]! >= 0) tight.weight[of[r]!]! += weight[r]!;
  const newStart = new Uint32Array(kept.length + 1);
  const newRow = new Growing(Uint32Array, 4096);
  const newCost = new Growing(Uint32Array, 4096);
  kept.forEach((c, k) => {
    for (let at = start[c]!; at < start[c + 1]!; at++) {
      if (first[of[row[at]!]!] !== row[at]) continue;
      newRow.push(of[row[at]!]!);
      newCost.push(cost[at]!);
    }
    newStart[k + 1] = newRow.length;
  });
  const all = kept.map((_, k) => k);
  const back = transpose(rows, all, newStart, newRow.view(), newCost.view());
  return {
    candidates: kept.length, rows, ...tight, start: newStart, row: newRow.taken(), cost: newCost.taken(),
    rowStart: back.rowStart, rowCandidate: back.rowCandidate, rowCost: back.rowCost, candidateOf: Uint32Array.from(kept, (c) => candidateOf[c]!),
  };
}

interface Transposed {
  readonly rowStart: Uint32Array;
  readonly rowCandidate: Uint32Array;
  readonly rowCost: Uint32Array;
}

/** Candidates are numbered by their place in `kept`. */
function transpose(rows: number, kept: readonly number[], start: ArrayLike<number>, row: ArrayLike<number>, cost: ArrayLike<number>): Transposed {
  const rowStart = new Uint32Array(rows + 1);
  for (const c of kept) for (let at = start[c]!; at < start[c + 1]!; at++) rowStart[row[at]! + 1]!++;
  for (let r = 0; r < rows; r++) rowStart[r + 1]! += rowStart[r]!;
  const total = rowStart[rows]!;
  const rowCandidate = new Uint32Array(total);
  const rowCost = new Uint32Array(total);
  const next = rowStart.slice();
  kept.forEach((c, k) => {
    for (let at = start[c]!; at < start[c + 1]!; at++) {
      const to = next[row[at]!]!++;
      rowCandidate[to] = k;
      rowCost[to] = cost[at]!;
    }
  });
  for (let r = 0; r < rows; r++) sortRow(rowCandidate, rowCost, rowStart[r]!, rowStart[r + 1]!);
  return { rowStart, rowCandidate, rowCost };
}

/** Candidates ascend already: a row whose costs do too is left alone. */
function sortRow(candidate: Uint32Array, cost: Uint32Array, from: number, to: number): void {
  let sorted = true;
  for (let k = from + 1; k < to && sorted; k++) sorted = cost[k]! >= cost[k - 1]!;
  if (sorted) return;
  const order = Uint32Array.from({ length: to - from }, (_, k) => from + k).sort((a, b) => cost[a]! - cost[b]! || candidate[a]! - candidate[b]!);
  const [candidates, costs] = [candidate.slice(from, to), cost.slice(from, to)];
  order.forEach((at, k) => {
    candidate[from + k] = candidates[at - from]!;
    cost[from + k] = costs[at - from]!;
  });
}

/** New row of each, −1 for rows without a candidate, and the first old row of each new one. */
function sameRows(count: number, { rowStart, rowCandidate, rowCost }: Transposed, fallback: ArrayLike<number>): { of: Int32Array; first: readonly number[] } {
  const of = new Int32Array(count).fill(-1);
  const first: number[] = [];
  const byHash = new Map<number, number[]>();
  const same = (a: number, b: number) => {
    const length = rowStart[a + 1]! - rowStart[a]!;
    if (fallback[a] !== fallback[b] || length !== rowStart[b + 1]! - rowStart[b]!) return false;
    for (let k = 0; k < length; k++) {
      if (rowCandidate[rowStart[a]! + k] !== rowCandidate[rowStart[b]! + k] || rowCost[rowStart[a]! + k] !== rowCost[rowStart[b]! + k]) return false;
    }
    return true;
  };
  for (let r = 0; r < count; r++) {
    if (rowStart[r] === rowStart[r + 1]) continue;
    let hash = fallback[r]! | 0;
    for (let at = rowStart[r]!; at < rowStart[r + 1]!; at++) hash = Math.imul(Math.imul(hash ^ rowCandidate[at]!, 0x85ebca6b) ^ rowCost[at]!, 0xc2b2ae35) ^ (hash >>> 15);
    const bucket = byHash.get(hash) ?? [];
    const twin = bucket.find((index) => same(first[index]!, r));
    of[r] = twin ?? first.length;
    if (twin !== undefined) continue;
    bucket.push(first.length);
    byHash.set(hash, bucket);
    first.push(r);
  }
  return { of, first };
}
