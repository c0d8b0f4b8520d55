/** How far each demand point lies from each candidate: a sparse matrix of those within a cut-off, in whole millimetres. */
import { lengthMillimetres, metresPerStepEast, METRES_PER_STEP, MILLIMETRES_PER_METRE } from '../network/edgeLength.ts';
import { Growing } from '../network/growing.ts';
import { nearestField, nearestOfPoint } from '../network/nearest.ts';
import { orderAlong, UNREACHED, type Anchors } from '../network/place.ts';
import type { Search } from '../network/search.ts';
import type { Doors } from '../network/doors.ts';
import type { Work } from '../progress.ts';
import { PointsOnChains } from './pointsOnChains.ts';

/** No cut-off: all pairs that can be reached. */
export const NO_LIMIT = UNREACHED - 1;
const CANDIDATES_PER_STEP = 256;

/** Points of candidate c stand at `start[c]` to `start[c + 1] − 1`, ascending. */
export interface Distances {
  readonly candidates: number;
  readonly points: number;
  readonly start: Uint32Array;
  readonly point: Uint32Array;
  readonly millimetres: Uint32Array;
  /** Pairs further apart are not listed; `NO_LIMIT`: every pair is that is joined at all. */
  readonly limitMillimetres: number;
}

/** The matrix would have more pairs than asked for: take a shorter cut-off or fewer candidates. */
export class TooManyPairs extends Error {
  constructor(readonly most: number) {
    super(`More than ${most} pairs within the cut-off.`);
  }
}

/** Along the streets, the ways off them included. `search` walks the network; doors in it are walked as residents do. */
export function* networkDistances(search: Search, candidates: Anchors, demand: Anchors, limitMillimetres: number, mostPairs = Infinity): Work<Distances> {
  const onChains = new PointsOnChains(search.net, demand);
  const rows = new Rows(candidates.count, mostPairs);
  let done = 0;
  for (const candidate of orderAlong(search.net.chainFrom, candidates)) {
    if (done++ % CANDIDATES_PER_STEP === 0) yield { phase: 'sitingDistances', fraction: done / candidates.count };
    search.run(candidates, candidate, limitMillimetres);
    rows.add(candidate, onChains.within(search, candidates, candidate), (point) => search.toPoint(demand, point));
  }
  return rows.finish(demand.count, limitMillimetres);
}

/** As the crow flies on the mean sphere. Places in steps, interleaved. */
export function* straightDistances(candidates: ArrayLike<number>, demand: ArrayLike<number>, limitMillimetres: number, mostPairs = Infinity): Work<Distances> {
  const index = new BandIndex(demand);
  const count = candidates.length / 2;
  const rows = new Rows(count, mostPairs);
  for (let candidate = 0; candidate < count; candidate++) {
    if (candidate % CANDIDATES_PER_STEP === 0) yield { phase: 'sitingDistances', fraction: candidate / count };
    const [x, y] = [candidates[2 * candidate]!, candidates[2 * candidate + 1]!];
    rows.add(candidate, index.near(x, y, limitMillimetres), (point) => lengthMillimetres(x, y, demand[2 * point]!, demand[2 * point + 1]!), limitMillimetres);
  }
  return rows.finish(demand.length / 2, limitMillimetres);
}

/** Millimetres from each demand point to the nearest facility that stands; `UNREACHED` without any. */
export function networkNearest(search: Search, existing: Anchors, demand: Anchors, doors: Doors | null = null): Uint32Array {
  const field = nearestField(search.net, existing, doors);
  return Uint32Array.from({ length: demand.count }, (_, point) => nearestOfPoint(field, search.net, demand, point).millimetres);
}

export function straightNearest(existing: ArrayLike<number>, demand: ArrayLike<number>): Uint32Array {
  const nearest = new Uint32Array(demand.length / 2).fill(UNREACHED);
  for (let k = 0; k < nearest.length; k++) {
    for (let e = 0; e < existing.length; e += 2) nearest[k] = Math.min(nearest[k]!, lengthMillimetres(existing[e]!, existing[e + 1]!, demand[2 * k]!, demand[2 * k + 1]!));
  }
  return nearest;
}

/** Builds the matrix from its rows, which may come in any order. */
class Rows {
  /** Of each candidate: where its row stands as it came, and how long it is. */
  readonly #at: Uint32Array;
  readonly #length: Uint32Array;
  readonly #point = new Growing(Uint32Array, 4096);
  readonly #millimetres = new Growing(Uint32Array, 4096);

  constructor(candidates: number, readonly mostPairs: number) {
    [this.#at, this.#length] = [new Uint32Array(candidates), new Uint32Array(candidates)];
  }

  add(candidate: number, points: Uint32Array, distanceTo: (point: number) => number, limit = NO_LIMIT): void {
    points.sort();
    this.#at[candidate] = this.#point.length;
    for (const point of points) {
      const millimetres = distanceTo(point);
      if (millimetres > limit) continue;
      this.#point.push(point);
      this.#millimetres.push(millimetres);
    }
    if (this.#point.length > this.mostPairs) throw new TooManyPairs(this.mostPairs);
    this.#length[candidate] = this.#point.length - this.#at[candidate];
  }

  finish(points: number, limitMillimetres: number): Distances {
    const candidates = this.#at.length;
    const start = new Uint32Array(candidates + 1);
    const [point, millimetres] = [new Uint32Array(this.#point.length), new Uint32Array(this.#point.length)];
    for (let c = 0; c < candidates; c++) {
      const [from, to] = [this.#at[c]!, this.#at[c]! + this.#length[c]!];
      point.set(this.#point.view().subarray(from, to), start[c]);
      millimetres.set(this.#millimetres.view().subarray(from, to), start[c]);
      start[c + 1] = start[c]! + to - from;
    }
    return { candidates, points, start, point, millimetres, limitMillimetres };
  }
}

/** Points by latitude, so that a band of it can be cut out. */
class BandIndex {
  readonly #order: Uint32Array;
  readonly #lat: Float64Array;

  constructor(readonly places: ArrayLike<number>) {
    const count = places.length / 2;
    this.#order = Uint32Array.from({ length: count }, (_, k) => k).sort((a, b) => places[2 * a + 1]! - places[2 * b + 1]!);
    this.#lat = Float64Array.from(this.#order, (k) => places[2 * k + 1]!);
  }

  /** All that may lie within the limit, and some more. */
  near(x: number, y: number, limitMillimetres: number): Uint32Array {
    if (limitMillimetres >= NO_LIMIT) return this.#order.slice();
    const metres = limitMillimetres / MILLIMETRES_PER_METRE + 1;
    const high = metres / METRES_PER_STEP;
    const wide = (metres / metresPerStepEast(Math.min(Math.abs(y) + high, 89.9e7))) * 1.01;
    const first = lowerBound(this.#lat, y - high);
    const end = lowerBound(this.#lat, y + high);
    return this.#order.slice(first, end).filter((point) => Math.abs(this.places[2 * point]! - x) <= wide);
  }
}

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
