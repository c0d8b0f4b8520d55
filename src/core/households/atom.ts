/**
 * Where households are known to live: atoms with whole counts, fixed when the files are loaded.
 *
 * An atom is a building, a compound, a grid or a census block. What a community's own figure has beyond its atoms is its
 * remainder (`ledger.ts`), spread over the community's original ground. Every derived figure is a function of these and of the
 * present boundary only, so a boundary moved out and back gives the old figures.
 */
import type { Box } from '../coverage/faceIndex.ts';

export const ATOM_KINDS = ['building', 'compound', 'grid', 'block'] as const;
export type AtomKind = (typeof ATOM_KINDS)[number];

/** In steps of 1e-7 degree. The ground of a polygon is what an odd number of its rings enclose; shells first, none closed. */
export type AtomShape =
  | { readonly type: 'point'; readonly x: number; readonly y: number }
  | { readonly type: 'polygon'; readonly rings: readonly Int32Array[]; readonly box: Box };

export interface Counts {
  /** Whole and not negative; null where nobody knows. */
  readonly households: number | null;
  readonly people: number | null;
}

export interface Atom extends Counts {
  /** Unique in the dataset. */
  readonly id: string;
  readonly kind: AtomKind;
  readonly name: string | null;
  /** Null: a row of a table; it follows its community. */
  readonly shape: AtomShape | null;
  /** Unit index by its own column; null where it has none. */
  readonly community: number | null;
}

export interface Dataset {
  readonly atoms: readonly Atom[];
  /** Communities' own figures, by index of the unit in the files. */
  readonly control: readonly Counts[];
}

export type CountField = 'households' | 'people';
export const COUNT_FIELDS: readonly CountField[] = ['households', 'people'];

export function polygonShape(rings: readonly Int32Array[]): AtomShape {
  return { type: 'polygon', rings, box: boxOfRings(rings) };
}

export function boxOfRings(rings: readonly Int32Array[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i]!);
      east = Math.max(east, ring[i]!);
      south = Math.min(south, ring[i + 1]!);
      north = Math.max(north, ring[i + 1]!);
    }
  }
  return [west, south, east, north];
}
