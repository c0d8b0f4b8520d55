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

/** As those walk who live behind none of the walls. */
export function nearestForAnyone(net: ContractedGraph, sources: Anchors, limitMillimetres = UNREACHED - 1): NearestField {
  const distance = new Uint32Array(net.junctionCount).fill(UNREACHED);
  const source = new Int32Array(net.junctionCount).fill(-1);
  const hung = hangSources(net, sources);
  let longestSeed = 0;
  for (const extra of sources.extra) longestSeed = Math.max(longestSeed, extra);
  const queue = new BucketQueue(net.longestMillimetres + longestSeed);
  const reach = (junction: number, there: number, from: number) => {
    const known = distance[junction]!;
    if (there > limitMillimetres || there > known || (there === known && from >= source[junction]!)) return;
    distance[junction] = there;
    source[junction] = from;
    queue.push(junction, there);
  };
  for (let k = 0; k < sources.count; k++) {
    for (let a = sources.start[k]!; a < sources.start[k + 1]!; a++) {
      const chain = sources.chain[a]!;
      reach(net.chainFrom[chain]!, sources.extra[a]! + sources.offset[a]!, k);
      reach(net.chainTo[chain]!, sources.extra[a]! + net.chainMillimetres[chain]! - sources.offset[a]!, k);
    }
  }
  const { arcStart, arcs } = net;
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
      queue.push(other, there);
    }
  }
  return { distance, source, ...hung };
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
