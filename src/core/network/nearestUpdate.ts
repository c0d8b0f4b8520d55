/**
 * The nearest source after gates have changed. What has no shortest way through anything that changed keeps its distance and its source;
 * the rest is measured again from its rim (after G. Ramalingam and T. Reps, 1996, with every way of equal length taken for the shortest).
 */
import { BucketQueue } from './bucketQueue.ts';
import { BARRED, type ContractedGraph } from './contract.ts';
import type { GateChange } from './gateChange.ts';
import { hangSources, type NearestField } from './nearest.ts';
import { UNREACHED, type Anchors } from './place.ts';

/** Of keys in a queue; further ahead they come out early, and are put in again when something shorter turns up. */
const MOST_AHEAD = 2 ** 30;

export interface NearestBefore {
  /** For anyone: without what residents reach by their own gates. */
  readonly field: NearestField;
  readonly net: ContractedGraph;
}

/** `sources` are the same as before, in their order; `moved`: those that have looked for a street again. The same as `nearestForAnyone`. */
export function nearestAfter({ field: before, net: netBefore }: NearestBefore, net: ContractedGraph, sources: Anchors, moved: readonly number[], change: GateChange): NearestField {
  const lost = dependents(before, netBefore, [...change.junctionsBefore, ...endsOf(netBefore, before.sources, moved)]);
  const { keptJunctions } = change;
  const distance = new Uint32Array(net.junctionCount).fill(UNREACHED, keptJunctions);
  const source = new Int32Array(net.junctionCount).fill(-1, keptJunctions);
  distance.set(before.distance.subarray(0, keptJunctions));
  source.set(before.source.subarray(0, keptJunctions));
  for (let junction = keptJunctions; junction < netBefore.junctionCount; junction++) {
    const now = change.junctionNow(junction);
    if (now < 0) continue;
    distance[now] = before.distance[junction]!;
    source[now] = before.source[junction]!;
  }
  const rim = new Set([...change.junctionsNow, ...endsOf(net, sources, moved)]);
  for (const junction of lost) {
    const now = change.junctionNow(junction);
    if (now < 0) continue;
    distance[now] = UNREACHED;
    source[now] = -1;
    rim.add(now);
  }
  const hung = hangSources(net, sources);
  spread(net, { distance, source, ...hung }, rim);
  return { distance, source, ...hung };
}

/** Junctions to which a shortest way may lead through one of these, themselves among them. */
function dependents({ distance }: NearestField, { arcStart, arcs }: ContractedGraph, from: readonly number[]): Set<number> {
  const found = new Set(from);
  // A set tells of what is added while it is walked.
  for (const junction of found) {
    const here = distance[junction]!;
    if (here === UNREACHED) continue;
    for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) {
      const weight = arcs[2 * arc + 1]!;
      if (weight !== BARRED && distance[arcs[2 * arc]!] === here + weight) found.add(arcs[2 * arc]!);
    }
  }
  return found;
}

function endsOf({ chainFrom, chainTo }: ContractedGraph, { start, chain }: Anchors, points: readonly number[]): number[] {
  const ends: number[] = [];
  for (const point of points) for (let a = start[point]!; a < start[point + 1]!; a++) ends.push(chainFrom[chain[a]!]!, chainTo[chain[a]!]!);
  return ends;
}

/** From the rim outward: what its neighbours and the sources on its chains give it, then what that gives to others. */
function spread({ arcStart, arcs, arcChain, chainFrom, chainTo, chainMillimetres, longestMillimetres }: ContractedGraph, { distance, source, sources, firstOnChain, nextOnChain, sourceOfAnchor }: NearestField, rim: ReadonlySet<number>): void {
  const take = (junction: number, there: number, from: number): boolean => {
    const known = distance[junction]!;
    if (there >= UNREACHED || there > known || (there === known && from >= source[junction]!)) return false;
    distance[junction] = there;
    source[junction] = from;
    return true;
  };
  let furthest = 0;
  for (const junction of rim) {
    for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) {
      const other = arcs[2 * arc]!;
      if (distance[other] !== UNREACHED && arcs[2 * arc + 1] !== BARRED) take(junction, distance[other]! + arcs[2 * arc + 1]!, source[other]!);
      const chain = arcChain[arc]!;
      for (let s = firstOnChain[chain]!; s >= 0; s = nextOnChain[s]!) {
        const along = sources.offset[s]!;
        if (chainFrom[chain] === junction) take(junction, sources.extra[s]! + along, sourceOfAnchor[s]!);
        if (chainTo[chain] === junction) take(junction, sources.extra[s]! + chainMillimetres[chain]! - along, sourceOfAnchor[s]!);
      }
    }
    if (distance[junction] !== UNREACHED) furthest = Math.max(furthest, distance[junction]!);
  }
  const queue = new BucketQueue(Math.min(furthest + longestMillimetres, MOST_AHEAD));
  for (const junction of rim) if (distance[junction] !== UNREACHED) queue.push(junction, distance[junction]!);
  for (let junction = queue.pop(); junction >= 0; junction = queue.pop()) {
    const here = queue.key;
    if (distance[junction] !== here) continue;
    const from = source[junction]!;
    for (let arc = arcStart[junction]!; arc < arcStart[junction + 1]!; arc++) {
      const there = here + arcs[2 * arc + 1]!;
      if (take(arcs[2 * arc]!, there, from)) queue.push(arcs[2 * arc]!, there);
    }
  }
}
