/** Unserved pockets: homes beyond the limit that lie together along unserved streets, ranked by the people in them. */
import type { Catchment } from './catchment.ts';
import type { ContractedGraph } from './contract.ts';
import { checkHomes, hasCategory, UNKNOWN_COUNT, type Homes } from './homes.ts';
import { nearestField, type NearestField } from './nearest.ts';
import type { Doors } from './doors.ts';
import type { Anchors } from './place.ts';

export interface Pocket {
  readonly people: number;
  readonly households: number;
  /** Indices of the homes. */
  readonly homes: readonly number[];
  /** Middle of its homes by people, in steps. */
  readonly x: number;
  readonly y: number;
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
  /** Streets longer than this between two homes part them. */
  readonly apartMillimetres?: number;
  readonly leastPeople?: number;
}

const APART_MILLIMETRES = 300_000;

export function unservedPockets(net: ContractedGraph, sources: Anchors, question: PocketQuestion, doors: Doors | null = null): Pocket[] {
  const { catchment, category, homes, homeAnchors, limitMillimetres, apartMillimetres = APART_MILLIMETRES, leastPeople = 0 } = question;
  checkHomes(catchment, homes);
  const field = nearestField(net, sources, doors);
  const unserved = Array.from({ length: catchment.homes }, (_, home) => home)
    .filter((home) => hasCategory(catchment, homes, category, home, limitMillimetres) === 'no' && homeAnchors.start[home + 1]! > homeAnchors.start[home]!);
  const groups = joinAlongStreets(net, field, homeAnchors, unserved, limitMillimetres, apartMillimetres);
  return [...groups.values()].map((members) => pocketOf(members, question)).filter(({ people }) => people >= leastPeople)
    .sort((a, b) => b.people - a.people || b.households - a.households || a.homes[0]! - b.homes[0]!);
}

/** A stop on a chain: a junction at its end, or a home, with its number in the union. */
interface Stop {
  readonly item: number;
  readonly offset: number;
}

/**
 * Homes whose way to one another runs along unserved streets. Between two stops without a facility between them the middle of a street
 * is never nearer to one than both stops are, so a stretch is unserved when its stops are.
 */
function joinAlongStreets(net: ContractedGraph, field: NearestField, anchors: Anchors, unserved: readonly number[], limit: number, apart: number): Map<number, number[]> {
  const parent = Uint32Array.from({ length: net.junctionCount + unserved.length }, (_, k) => k);
  const root = (k: number): number => {
    while (parent[k] !== k) k = parent[k] = parent[parent[k]!]!;
    return k;
  };
  const onChain = new Map<number, Stop[]>();
  unserved.forEach((home, k) => {
    const first = anchors.start[home]!;
    const stops = onChain.get(anchors.chain[first]!);
    const stop = { item: net.junctionCount + k, offset: anchors.offset[first]! };
    if (stops) stops.push(stop);
    else onChain.set(anchors.chain[first]!, [stop]);
  });
  for (let chain = 0; chain < net.chainCount; chain++) {
    const ends = [{ item: net.chainFrom[chain]!, offset: 0 }, { item: net.chainTo[chain]!, offset: net.chainMillimetres[chain]! }].filter(({ item }) => field.distance[item]! > limit);
    const stops: Stop[] = [...(onChain.get(chain) ?? []), ...ends].sort((p, q) => p.offset - q.offset);
    for (let k = 1; k < stops.length; k++) {
      const [p, q] = [stops[k - 1]!, stops[k]!];
      if (q.offset - p.offset <= apart && !hasSourceBetween(field, chain, p.offset, q.offset)) parent[root(p.item)] = root(q.item);
    }
  }
  const groups = new Map<number, number[]>();
  unserved.forEach((home, k) => {
    const group = groups.get(root(net.junctionCount + k));
    if (group) group.push(home);
    else groups.set(root(net.junctionCount + k), [home]);
  });
  return groups;
}

function hasSourceBetween({ firstOnChain, nextOnChain, sources }: NearestField, chain: number, from: number, to: number): boolean {
  for (let anchor = firstOnChain[chain]!; anchor >= 0; anchor = nextOnChain[anchor]!) {
    if (sources.offset[anchor]! >= from && sources.offset[anchor]! <= to) return true;
  }
  return false;
}

function pocketOf(members: readonly number[], { homes, homePlaces }: PocketQuestion): Pocket {
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
  return { people, households, homes: members, x: Math.round(x / weight), y: Math.round(y / weight), box };
}
