/** Compounds, buildings and grids that a boundary divides: what the finding `cutCompound` is made of. */
import type { AtomKind } from './atom.ts';
import type { Figures } from './figures.ts';
import type { Part } from './parts.ts';

export interface CutAtom {
  readonly atom: number;
  readonly id: string;
  readonly name: string | null;
  /** Two or more, of which none is a crumb left by digitising. */
  readonly parts: readonly Part[];
  /** Share of its ground with each part's owner, in the order of parts; sums to 1. */
  readonly shares: readonly number[];
}

/** In the order of the atoms. `atoms`: look at these only, as after an edit. */
export function cutAtoms(figures: Figures, kinds: readonly AtomKind[] = ['compound'], atoms: Iterable<number> = figures.ledger.atoms.keys()): CutAtom[] {
  const cut: CutAtom[] = [];
  for (const atom of atoms) {
    const parts = figures.parts.get(atom);
    if (typeof parts === 'number') continue;
    const { id, name, kind, shape } = figures.ledger.atoms[atom]!;
    if (shape === null || !kinds.includes(kind)) continue;
    const area = parts.reduce((sum, part) => sum + part.area, 0);
    cut.push({ atom, id, name, parts, shares: parts.map((part) => part.area / area) });
  }
  return cut;
}
