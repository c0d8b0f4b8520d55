/** The nearest of many sources for the whole network at once: one sweep a category. */
import { BucketQueue } from './bucketQueue.ts';
import type { ContractedGraph } from './contract.ts';
import type { Doors } from './doors.ts';
import { UNREACHED, type Anchors } from './place.ts';

/** Distances in millimetres from the nearest source, and which it is by its index; of two equally near, the lower. */
export interface NearestField {
  readonly distance: Uint32Array;
  readonly source: Int32Array;
  /** Anchors of the sources, and by chain the first and next of those that hang on it (−1: none). */
  readonly sources: Anchors;
  readonly firstOnChain: Int32Array;
  readonly nextOnChain: Int32Array;
  readonly sourceOfAnchor: Int32Array;
}

/** `limitMillimetres` may be left out: then the whole network is labelled. */
export function nearestField(net: ContractedGraph, sources: Anchors, doors: Doors | null = null, limitMillimetres = UNREACHED - 1): NearestField {
  const field = nearestForAnyone(net, sources, limitMillimetres);
  if (doors) walkAsResidents(field, doors, limitMillimetres);
  return field;
}

/**
 * As those walk who live behind none of the walls. Junctions near to one another have near numbers, and a few thousand of them fit where the
 * processor reads fastest: so each block of numbers is settled by itself, and again as long as its neighbours bring it something nearer.
 */
export function nearestForAnyone(net: ContractedGraph, sources: Anchors, limitMillimetres = UNREACHED - 1): NearestField {
  const distance = new Uint32Array(net.junctionCount).fill(UNREACHED);
  const source = new Int32Array(net.junctionCount).fill(-1);
  const hung = hangSources(net, sources);
  let longestSeed = 0;
  for (const extra of sources.extra) longestSeed = Math.max(longestSeed, extra);
  const blocks = new PendingBlocks(net.junctionCount);
  const reach = (junction: number, there: number, from: number) => {
    const known = distance[junction]!;
    if (there > limitMillimetres || there > known || (there === known && from >= source[junction]!)) return;
    distance[junction] = there;
    source[junction] = from;
    blocks.add(junction);
  };
  for (let k = 0; k < sources.count; k++) {
    for (let a = sources.start[k]!; a < sources.start[k + 1]!; a++) {
      const chain = sources.chain[a]!;
      reach(net.chainFrom[chain]!, sources.extra[a]! + sources.offset[a]!, k);
      reach(net.chainTo[chain]!, sources.extra[a]! + net.chainMillimetres[chain]! - sources.offset[a]!, k);
    }
  }
  const { arcStart, arcs } = net;
  // What lies further ahead than this comes out early, and again when something nearer turns up.
  const queue = new BucketQueue(net.longestMillimetres + longestSeed);
  for (let block = blocks.next(); block >= 0; block = blocks.next()) {
    blocks.takeAll(block, (junction) => { queue.push(junction, distance[junction]!); });
    for (let junction = queue.pop(); junction >= 0; junction = queue.pop()) {
      const here = queue.key;
      if (distance[junction] !== here) continue;
      const from = source[junction]!;
      const end = 2 * arcStart[junction + 1]!;
      for (let i = 2 * arcStart[junction]!; i < end; i += 2) {
        const other = arcs[i]!;
        const there = here + arcs[i + 1]!;
        const known = distance[other]!;
        if (there > known || there > limitMillimetres || (there === known && from >= source[other]!)) continue;
        distance[other] = there;
        source[other] = from;
        if (other >>> BLOCK_SHIFT === block) queue.push(other, there);
        else blocks.add(other);
      }
    }
  }
  return { distance, source, ...hung };
}

/** 4,096 junctions with their arcs: some 150 kB. */
const BLOCK_SHIFT = 12;
const ABSENT = -2;
const LAST = -1;

/** Junctions that were brought nearer from outside their block, by block; blocks in the order in which they were first touched. */
class PendingBlocks {
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #waiting: number[] = [];

  constructor(junctionCount: number) {
    this.#first = new Int32Array((junctionCount >>> BLOCK_SHIFT) + 1).fill(LAST);
    this.#next = new Int32Array(junctionCount).fill(ABSENT);
  }

  add(junction: number): void {
    if (this.#next[junction] !== ABSENT) return;
    const block = junction >>> BLOCK_SHIFT;
    if (this.#first[block] === LAST) this.#waiting.push(block);
    this.#next[junction] = this.#first[block]!;
    this.#first[block] = junction;
  }

  /** −1: none waits. */
  next(): number {
    return this.#waiting.shift() ?? -1;
  }

  takeAll(block: number, take: (junction: number) => void): void {
    let junction = this.#first[block]!;
    this.#first[block] = LAST;
    while (junction !== LAST) {
      const next = this.#next[junction]!;
      this.#next[junction] = ABSENT;
      take(junction);
      junction = next;
    }
  }
}

/** A field for anyone, with what residents reach sooner by their own gates besides. */
export function nearestWithResidents(field: NearestField, doors: Doors | null): NearestField {
  if (!doors) return field;
  const own = { ...field, distance: field.distance.slice(), source: field.source.slice() };
  walkAsResidents(own, doors, UNREACHED - 1);
  return own;
}

function walkAsResidents({ distance, source }: NearestField, doors: Doors, limitMillimetres: number): void {
  doors.walkAsResidents(distance, limitMillimetres, null, (junction, there, from) => {
    distance[junction] = there;
    source[junction] = from;
  }, source);
}

/** Sources by the chains that they hang on. */
export function hangSources(net: ContractedGraph, sources: Anchors): Pick<NearestField, 'sources' | 'firstOnChain' | 'nextOnChain' | 'sourceOfAnchor'> {
  const firstOnChain = new Int32Array(net.chainCount).fill(-1);
  const nextOnChain = new Int32Array(sources.chain.length).fill(-1);
  const sourceOfAnchor = new Int32Array(sources.chain.length);
  for (let k = 0; k < sources.count; k++) {
    for (let a = sources.start[k]!; a < sources.start[k + 1]!; a++) {
      sourceOfAnchor[a] = k;
      nextOnChain[a] = firstOnChain[sources.chain[a]!]!;
      firstOnChain[sources.chain[a]!] = a;
    }
  }
  return { sources, firstOnChain, nextOnChain, sourceOfAnchor };
}

/** Nearest source of a point and millimetres to it, the ways off the street included. */
export function nearestOfPoint(field: NearestField, net: ContractedGraph, points: Anchors, point: number): { millimetres: number; source: number } {
  let millimetres = UNREACHED;
  let source = -1;
  const take = (there: number, from: number) => {
    if (there > millimetres || (there === millimetres && from >= source) || from < 0) return;
    millimetres = there;
    source = from;
  };
  for (let a = points.start[point]!; a < points.start[point + 1]!; a++) {
    const chain = points.chain[a]!;
    const offset = points.offset[a]!;
    const extra = points.extra[a]!;
    const from = net.chainFrom[chain]!;
    const to = net.chainTo[chain]!;
    take(field.distance[from]! + offset + extra, field.source[from]!);
    take(field.distance[to]! + net.chainMillimetres[chain]! - offset + extra, field.source[to]!);
    for (let s = field.firstOnChain[chain]!; s >= 0; s = field.nextOnChain[s]!) {
      take(field.sources.extra[s]! + Math.abs(offset - field.sources.offset[s]!) + extra, field.sourceOfAnchor[s]!);
    }
  }
  return { millimetres, source };
}
