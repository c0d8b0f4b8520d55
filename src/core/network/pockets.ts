/**
 * Unserved pockets: places where one facility could serve homes that have none. Each pocket has a centre on the streets, and every home of it
 * is within the limit of that centre as its residents walk: a pocket never chains on from home to home through a whole town.
 *
 * The centre that would serve most people takes its homes first, then the one that serves most of those left, until every unserved home is
 * in one pocket. Centres are junctions, one in each cell of a quarter of the limit; homes that none of them serves gather round the most
 * populous of them, at the place where it hangs on its street. What was counted of a centre is a bound for all later rounds, so
 * most are never counted again (M. Minoux, 1978, Accelerated greedy algorithms). No order of the homes changes the pockets but of equals.
 */
import type { Catchment } from './catchment.ts';
import { placeOfVertex } from './contract.ts';
import { METRES_PER_STEP, metresPerStepEast, MILLIMETRES_PER_METRE } from './edgeLength.ts';
import { checkHomes, hasCategory, UNKNOWN_COUNT, type Homes } from './homes.ts';
import type { Anchors } from './place.ts';
import type { Search } from './search.ts';
import type { StreetNetwork } from './streetNetwork.ts';

export interface Pocket {
  readonly people: number;
  readonly households: number;
  /** Indices of the homes, ascending. */
  readonly homes: readonly number[];
  /** Middle of its homes by people, in steps. */
  readonly x: number;
  readonly y: number;
  /** Where a facility would serve all of them: on the streets, in steps; where no street is in reach, the middle. */
  readonly centreX: number;
  readonly centreY: number;
  /** West, south, east, north in steps. */
  readonly box: readonly [number, number, number, number];
}

export interface PocketQuestion {
  readonly catchment: Catchment;
  /** Index in the catchment. */
  readonly category: number;
  readonly homes: Homes;
  readonly homeAnchors: Anchors;
  /** Steps, interleaved. */
  readonly homePlaces: Int32Array;
  readonly limitMillimetres: number;
  readonly leastPeople?: number;
}

/** Cells in the limit, along a side. */
const CELLS_IN_LIMIT = 4;
/** Homes of centres held in memory, all together. */
const MOST_KEPT = 4_000_000;
/** Of limits shorter than this the cells do not shrink any more. */
const LEAST_CELL_METRES = 50;

/** Ranked by people. Uses `search`: what it held of the search before is gone. */
export function unservedPockets({ graph, net, walls }: StreetNetwork, search: Search, question: PocketQuestion): Pocket[] {
  const { catchment, homes, homeAnchors, homePlaces, limitMillimetres, leastPeople = 0 } = question;
  checkHomes(catchment, homes);
  const unserved = new UnservedHomes(question);
  const isPublic = (junction: number) => graph.component[net.junctionVertex[junction]!] === 0 && (walls === null || walls.doors.junctionCompound[junction]! < 0);
  const centres = centresNear(unserved.indices, homePlaces, net.junctionVertex, graph.coordinates, isPublic, limitMillimetres);
  // Of a district all that each centre serves is kept; of a city what finds room, and the rest is searched for again.
  const kept = new Map<number, readonly number[]>();
  let room = MOST_KEPT;
  const servedBy = (k: number): number[] => {
    const known = kept.get(k);
    if (known) return known.filter((home) => !unserved.isGone(home));
    const { chain, offset } = placeOfVertex(net, net.junctionVertex[centres[k]!]!);
    search.runFromPlace(chain, offset, 0, limitMillimetres);
    const found = unserved.within(search);
    if (found.length <= room) {
      room -= found.length;
      kept.set(k, found);
    }
    return found;
  };
  const bound = Float64Array.from(centres, (_, k) => unserved.weightOf(servedBy(k)));
  const pockets: Pocket[] = [];
  const take = (members: readonly number[], x: number | null, y: number | null) => {
    unserved.remove(members);
    pockets.push(pocketOf([...members].sort((a, b) => a - b), question, x, y));
  };
  for (let k = largest(bound); k >= 0; k = largest(bound)) {
    const members = servedBy(k);
    bound[k] = unserved.weightOf(members);
    if (largest(bound) !== k) continue;
    const vertex = net.junctionVertex[centres[k]!]!;
    take(members, graph.coordinates[2 * vertex]!, graph.coordinates[2 * vertex + 1]!);
    bound[k] = 0;
  }
  for (const home of unserved.byWeight()) {
    if (unserved.isGone(home)) continue;
    const anchor = homeAnchors.start[home]!;
    if (anchor === homeAnchors.start[home + 1]) {
      take([home], null, null);
      continue;
    }
    const [chain, offset] = [homeAnchors.chain[anchor]!, homeAnchors.offset[anchor]!];
    search.runFromPlace(chain, offset, 0, limitMillimetres);
    const members = unserved.within(search);
    // The way to its own street alone may be longer than the limit.
    take(members.includes(home) ? members : [...members, home], ...placeOnChain(graph, net, chain, offset));
  }
  return pockets.filter(({ people }) => people >= leastPeople).sort((a, b) => b.people - a.people || b.households - a.households || a.homes[0]! - b.homes[0]!);
}

/** Homes that are in no pocket yet, found by the chains on which they hang. */
class UnservedHomes {
  readonly indices: number[] = [];
  readonly #gone: Uint8Array;
  /** Pairs of home and anchor by chain. */
  readonly #onChain = new Map<number, number[]>();
  readonly #seen: Uint32Array;
  #round = 0;

  constructor(private readonly question: PocketQuestion) {
    const { catchment, category, homes, homeAnchors: { start, chain }, limitMillimetres } = question;
    this.#gone = new Uint8Array(catchment.homes).fill(1);
    this.#seen = new Uint32Array(catchment.homes);
    for (let home = 0; home < catchment.homes; home++) {
      if (hasCategory(catchment, homes, category, home, limitMillimetres) !== 'no') continue;
      this.#gone[home] = 0;
      this.indices.push(home);
      for (let anchor = start[home]!; anchor < start[home + 1]!; anchor++) {
        const list = this.#onChain.get(chain[anchor]!);
        if (list) list.push(home, anchor);
        else this.#onChain.set(chain[anchor]!, [home, anchor]);
      }
    }
  }

  isGone(home: number): boolean {
    return this.#gone[home] === 1;
  }

  remove(homes: readonly number[]): void {
    for (const home of homes) this.#gone[home] = 1;
  }

  /** Of those left, the ones within the limit of the last search. */
  within(search: Search): number[] {
    const { offset, extra } = this.question.homeAnchors;
    const found: number[] = [];
    this.#round++;
    for (const chain of search.reachedChains()) {
      const list = this.#onChain.get(chain);
      if (!list) continue;
      for (let k = 0; k < list.length; k += 2) {
        const [home, anchor] = [list[k]!, list[k + 1]!];
        if (this.#gone[home] === 1 || this.#seen[home] === this.#round || search.at(chain, offset[anchor]!) + extra[anchor]! > search.limit) continue;
        this.#seen[home] = this.#round;
        found.push(home);
      }
    }
    return found;
  }

  weightOf(homes: readonly number[]): number {
    return homes.reduce((sum, home) => sum + this.#weight(home), 0);
  }

  /** Those left, the most populous first. */
  byWeight(): number[] {
    return this.indices.filter((home) => !this.isGone(home)).sort((a, b) => this.#weight(b) - this.#weight(a) || a - b);
  }

  /** A home without a count still is one. */
  #weight(home: number): number {
    return Math.max(1, this.question.homes.people[home]!);
  }
}

/** Of each cell with an unserved home in it or beside it, the junction nearest to its middle; ascending. */
function centresNear(unserved: readonly number[], places: Int32Array, junctionVertex: Uint32Array, coordinates: Int32Array, isCandidate: (junction: number) => boolean, limitMillimetres: number): number[] {
  if (unserved.length === 0) return [];
  const metres = Math.max(LEAST_CELL_METRES, limitMillimetres / MILLIMETRES_PER_METRE / CELLS_IN_LIMIT);
  const [north, east] = [metres / METRES_PER_STEP, metres / metresPerStepEast(places[2 * unserved[0]! + 1]!)];
  const cellOf = (x: number, y: number): [number, number] => [Math.floor(x / east), Math.floor(y / north)];
  const wanted = new Set<string>();
  for (const home of unserved) {
    const [column, row] = cellOf(places[2 * home]!, places[2 * home + 1]!);
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) wanted.add(`${column + dx} ${row + dy}`);
  }
  const best = new Map<string, { junction: number; far: number }>();
  junctionVertex.forEach((vertex, junction) => {
    const [x, y] = [coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!];
    const [column, row] = cellOf(x, y);
    const key = `${column} ${row}`;
    if (!wanted.has(key) || !isCandidate(junction)) return;
    const far = Math.hypot(x / east - column - 0.5, y / north - row - 0.5);
    const known = best.get(key);
    if (!known || far < known.far) best.set(key, { junction, far });
  });
  return [...best.values()].map(({ junction }) => junction).sort((a, b) => a - b);
}

/** Index of the largest value above 0, of equals the first; −1 without any. */
function largest(values: Float64Array): number {
  let best = -1;
  let most = 0;
  for (let k = 0; k < values.length; k++) {
    if (values[k]! <= most) continue;
    most = values[k]!;
    best = k;
  }
  return best;
}

/** Steps of a place. */
function placeOnChain(graph: StreetNetwork['graph'], net: StreetNetwork['net'], chain: number, offset: number): [x: number, y: number] {
  let edge = net.chainEdges[net.chainEdgeStart[chain]!]!;
  for (let k = net.chainEdgeStart[chain]!; k < net.chainEdgeStart[chain + 1]! && net.edgeOffset[net.chainEdges[k]!]! <= offset; k++) edge = net.chainEdges[k]!;
  const length = graph.edgeMillimetres[edge]!;
  const share = length === 0 ? 0 : Math.min(1, (offset - net.edgeOffset[edge]!) / length);
  const [a, b] = net.edgeBackwards[edge] === 1 ? [graph.edgeTo[edge]!, graph.edgeFrom[edge]!] : [graph.edgeFrom[edge]!, graph.edgeTo[edge]!];
  const along = (k: 0 | 1) => Math.round(graph.coordinates[2 * a + k]! + share * (graph.coordinates[2 * b + k]! - graph.coordinates[2 * a + k]!));
  return [along(0), along(1)];
}

function pocketOf(members: readonly number[], { homes, homePlaces }: PocketQuestion, centreX: number | null, centreY: number | null): Pocket {
  const count = (list: Int32Array, home: number) => (list[home] === UNKNOWN_COUNT ? 0 : list[home]!);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let [people, households, weight, x, y] = [0, 0, 0, 0, 0];
  for (const home of members) {
    const [hx, hy] = [homePlaces[2 * home]!, homePlaces[2 * home + 1]!];
    // A home without a count still lies somewhere.
    const own = Math.max(1, count(homes.people, home));
    people += count(homes.people, home);
    households += count(homes.households, home);
    weight += own;
    x += own * hx;
    y += own * hy;
    [box[0], box[1], box[2], box[3]] = [Math.min(box[0], hx), Math.min(box[1], hy), Math.max(box[2], hx), Math.max(box[3], hy)];
  }
  const [middleX, middleY] = [Math.round(x / weight), Math.round(y / weight)];
  return { people, households, homes: members, x: middleX, y: middleY, centreX: centreX ?? middleX, centreY: centreY ?? middleY, box };
}
