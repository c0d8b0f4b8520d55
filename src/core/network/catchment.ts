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
  for (const [c, { anchors }] of categories.entries()) {
    yield { phase: 'catchment', fraction: c / categories.length };
    catchment.facilities[c] = hung(anchors);
    readField(nearestField(net, anchors, doors), net, homes, catchment, c);
  }
  return catchment;
}

/** Of one category, from a field that is known. */
export function catchmentFrom(field: NearestField, net: ContractedGraph, homes: Anchors, category: string): Catchment {
  const catchment = emptyCatchment(homes.count, [category]);
  catchment.facilities[0] = hung(field.sources);
  readField(field, net, homes, catchment, 0);
  return catchment;
}

function emptyCatchment(homes: number, categories: readonly string[]): Catchment {
  return {
    categories, homes, millimetres: new Uint32Array(homes * categories.length).fill(UNREACHED),
    nearest: new Int32Array(homes * categories.length).fill(-1), facilities: new Uint32Array(categories.length),
  };
}

/**
 * `nearestOfPoint` for all homes, written out and street by street: the loop runs five million times in a city. A home with several
 * anchors keeps the best of them; of two equally near facilities, the lower.
 */
function readField(field: NearestField, net: ContractedGraph, homes: Anchors, { millimetres, nearest }: Catchment, category: number): void {
  const { distance, source, sources, firstOnChain, nextOnChain, sourceOfAnchor } = field;
  const { chains, start: first, home: homeOf, offset: offsetOf, extra: extraOf } = byChain(homes, net);
  const base = category * homes.count;
  for (let k = 0; k < chains.length; k++) {
    const chain = chains[k]!;
    const length = net.chainMillimetres[chain]!;
    // Doubles: what no source reaches stays beyond every distance when lengths are added.
    const atStart = distance[net.chainFrom[chain]!]!;
    const atEnd = distance[net.chainTo[chain]!]!;
    const startSource = source[net.chainFrom[chain]!]!;
    const endSource = source[net.chainTo[chain]!]!;
    const firstHung = firstOnChain[chain]!;
    for (let a = first[k]!; a < first[k + 1]!; a++) {
      const offset = offsetOf[a]!;
      const extra = extraOf[a]!;
      const home = base + homeOf[a]!;
      let best = millimetres[home]!;
      let which = nearest[home]!;
      const byStart = atStart + offset + extra;
      if (byStart < best || (byStart === best && startSource < which)) {
        best = byStart;
        which = startSource;
      }
      const byEnd = atEnd + length - offset + extra;
      if (byEnd < best || (byEnd === best && endSource < which)) {
        best = byEnd;
        which = endSource;
      }
      for (let s = firstHung; s >= 0; s = nextOnChain[s]!) {
        const along = sources.extra[s]! + Math.abs(offset - sources.offset[s]!) + extra;
        if (along > best || (along === best && sourceOfAnchor[s]! >= which)) continue;
        best = along;
        which = sourceOfAnchor[s]!;
      }
      millimetres[home] = best;
      nearest[home] = which;
    }
  }
}

/** Anchors of homes, street by street: files list homes in any order, and memory is slow to jump about in. */
interface AnchorsByChain {
  /** Those with an anchor, ascending; `start` tells where the anchors of each begin, then the anchor count. */
  readonly chains: Uint32Array;
  readonly start: Uint32Array;
  readonly home: Uint32Array;
  readonly offset: Uint32Array;
  readonly extra: Uint32Array;
}

/** Homes are measured again and again, to one category after the other. */
const grouped = new WeakMap<Anchors, AnchorsByChain>();

function byChain(homes: Anchors, { chainCount }: ContractedGraph): AnchorsByChain {
  const known = grouped.get(homes);
  if (known) return known;
  const next = new Uint32Array(chainCount + 1);
  for (const chain of homes.chain) next[chain + 1]!++;
  const chains = Uint32Array.from(function* () { for (let chain = 0; chain < chainCount; chain++) if (next[chain + 1]! > 0) yield chain; }());
  for (let chain = 0; chain < chainCount; chain++) next[chain + 1]! += next[chain]!;
  const start = new Uint32Array(chains.length + 1);
  chains.forEach((chain, k) => { start[k + 1] = next[chain + 1]!; });
  const total = homes.chain.length;
  const [home, offset, extra] = [new Uint32Array(total), new Uint32Array(total), new Uint32Array(total)];
  for (let h = 0; h < homes.count; h++) {
    for (let a = homes.start[h]!; a < homes.start[h + 1]!; a++) {
      const at = next[homes.chain[a]!]!++;
      home[at] = h;
      offset[at] = homes.offset[a]!;
      extra[at] = homes.extra[a]!;
    }
  }
  const made = { chains, start, home, offset, extra };
  grouped.set(homes, made);
  return made;
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
  after.millimetres.fill(UNREACHED, c * homes.count, (c + 1) * homes.count);
  after.nearest.fill(-1, c * homes.count, (c + 1) * homes.count);
  readField(nearestField(net, anchors, doors), net, homes, after, c);
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
