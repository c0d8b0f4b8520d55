/** Metres from every home to the nearest facility of every category: what all rates are counted from. */
import type { Doors } from './doors.ts';
import type { ContractedGraph } from './contract.ts';
import { nearestField, type NearestField } from './nearest.ts';
import { UNREACHED, type Anchors } from './place.ts';
import type { Work } from '../progress.ts';

export interface CategorySources {
  readonly category: string;
  /** Of its facilities, those snapped or not. */
  readonly anchors: Anchors;
}

export interface Catchment {
  readonly categories: readonly string[];
  readonly homes: number;
  /** Category by category: home h of category c at c × homes + h. Millimetres, `UNREACHED` where no facility is to be had. */
  readonly millimetres: Uint32Array;
  /** Which facility, by its index in its category; −1: none. */
  readonly nearest: Int32Array;
  /** Facilities of each category that hang on the network. */
  readonly facilities: Uint32Array;
}

/** One sweep a category. Yields between categories. */
export function* measureCatchment(net: ContractedGraph, homes: Anchors, categories: readonly CategorySources[], doors: Doors | null = null): Work<Catchment> {
  const catchment = emptyCatchment(homes.count, categories.map(({ category }) => category));
  const order = alongStreets(homes, net);
  for (const [c, { anchors }] of categories.entries()) {
    yield { phase: 'catchment', fraction: c / categories.length };
    catchment.facilities[c] = hung(anchors);
    readField(nearestField(net, anchors, doors), net, homes, order, catchment, c);
  }
  return catchment;
}

function emptyCatchment(homes: number, categories: readonly string[]): Catchment {
  return {
    categories, homes, millimetres: new Uint32Array(homes * categories.length).fill(UNREACHED),
    nearest: new Int32Array(homes * categories.length).fill(-1), facilities: new Uint32Array(categories.length),
  };
}

/** `nearestOfPoint` for all homes, written out: the loop runs five million times in a city. */
function readField(field: NearestField, net: ContractedGraph, homes: Anchors, order: Uint32Array, { millimetres, nearest }: Catchment, category: number): void {
  const { distance, source, sources, firstOnChain, nextOnChain, sourceOfAnchor } = field;
  const { chainFrom, chainTo, chainMillimetres } = net;
  const first = category * homes.count;
  for (const home of order) {
    let best = UNREACHED;
    let from = -1;
    for (let a = homes.start[home]!; a < homes.start[home + 1]!; a++) {
      const chain = homes.chain[a]!;
      const offset = homes.offset[a]!;
      const extra = homes.extra[a]!;
      const start = chainFrom[chain]!;
      const end = chainTo[chain]!;
      const byStart = distance[start]! + offset + extra;
      if (byStart < best || (byStart === best && source[start]! < from)) {
        best = byStart;
        from = source[start]!;
      }
      const byEnd = distance[end]! + chainMillimetres[chain]! - offset + extra;
      if (byEnd < best || (byEnd === best && source[end]! < from)) {
        best = byEnd;
        from = source[end]!;
      }
      for (let s = firstOnChain[chain]!; s >= 0; s = nextOnChain[s]!) {
        const along = sources.extra[s]! + Math.abs(offset - sources.offset[s]!) + extra;
        if (along > best || (along === best && sourceOfAnchor[s]! >= from)) continue;
        best = along;
        from = sourceOfAnchor[s]!;
      }
    }
    millimetres[first + home] = best;
    nearest[first + home] = from;
  }
}

/** Homes that hang on the network, street by street: files list them in any order, and memory is slow to jump about in. */
function alongStreets({ count, start, chain }: Anchors, { chainCount }: ContractedGraph): Uint32Array {
  const first = new Uint32Array(chainCount + 1);
  for (let home = 0; home < count; home++) if (start[home + 1]! > start[home]!) first[chain[start[home]!]! + 1]!++;
  for (let k = 0; k < chainCount; k++) first[k + 1]! += first[k]!;
  const order = new Uint32Array(first[chainCount]!);
  for (let home = 0; home < count; home++) if (start[home + 1]! > start[home]!) order[first[chain[start[home]!]!]!++] = home;
  return order;
}

/**
 * One category measured again after its facilities or a door have changed; the others are shared. `homes` that a change cannot touch
 * keep their value anyway, so the whole category is read: that costs less than finding out which.
 */
export function remeasure(before: Catchment, net: ContractedGraph, homes: Anchors, { category, anchors }: CategorySources, doors: Doors | null = null): Catchment {
  const c = before.categories.indexOf(category);
  if (c < 0) throw new Error(`Category ${category} was not measured.`);
  const after: Catchment = { ...before, millimetres: before.millimetres.slice(), nearest: before.nearest.slice(), facilities: before.facilities.slice() };
  after.facilities[c] = hung(anchors);
  readField(nearestField(net, anchors, doors), net, homes, alongStreets(homes, net), after, c);
  return after;
}

export function millimetresTo(catchment: Catchment, category: number, home: number): number {
  return catchment.millimetres[category * catchment.homes + home]!;
}

function hung({ count, start }: Anchors): number {
  let hanging = 0;
  for (let k = 0; k < count; k++) if (start[k + 1]! > start[k]!) hanging++;
  return hanging;
}
