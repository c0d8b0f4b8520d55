/** The dataset's atoms as homes on the network: a place each, its counts, and the community whose ground holds most of it. */
import type { Figures } from '../../core/households/figures.ts';
import type { Atom } from '../../core/households/atom.ts';
import { innerPoint } from '../../core/households/innerPoint.ts';
import { partsOfBearer } from '../../core/households/read.ts';
import { UNKNOWN_COUNT } from '../../core/network/homes.ts';

export interface PlacedHomes {
  /** The atom of each home, and its index in the ledger. */
  readonly atoms: readonly Atom[];
  readonly bearers: readonly number[];
  /** Steps, interleaved. */
  readonly places: Int32Array;
  readonly households: Int32Array;
  readonly people: Int32Array;
}

/** Rows without a place can't be walked from: they are left out and told of. */
export function placedHomes({ ledger }: Figures): PlacedHomes {
  const homes = ledger.atoms.flatMap((atom, bearer) => (atom.shape === null ? [] : [{ atom, bearer, at: middleOf(atom.shape) }]));
  return {
    atoms: homes.map(({ atom }) => atom), bearers: homes.map(({ bearer }) => bearer), places: Int32Array.from(homes.flatMap(({ at }) => at)),
    households: Int32Array.from(homes, ({ atom }) => atom.households ?? UNKNOWN_COUNT), people: Int32Array.from(homes, ({ atom }) => atom.people ?? UNKNOWN_COUNT),
  };
}

/** Unit of each home, −1 where it lies in none. A compound that a boundary cuts belongs where most of it lies. */
export function unitsOfHomes({ bearers }: PlacedHomes, figures: Figures): Int32Array {
  return Int32Array.from(bearers, (bearer) => {
    let [owner, area] = [-1, -1];
    for (const part of partsOfBearer(figures, bearer)) if (part.area > area) [owner, area] = [part.owner, part.area];
    return Math.max(-1, owner);
  });
}

function middleOf(shape: NonNullable<Atom['shape']>): [number, number] {
  if (shape.type === 'point') return [shape.x, shape.y];
  const [west, south, east, north] = shape.box;
  const [x, y] = innerPoint(shape.rings) ?? [(west + east) / 2, (south + north) / 2];
  return [Math.round(x), Math.round(y)];
}
