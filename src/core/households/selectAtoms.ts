/**
 * One set of atoms of what was loaded, so that no household is counted twice: buildings that have counts, and compounds without
 * such buildings in them; grids, else census blocks, only where there is neither compound nor building.
 */
import Flatbush from 'flatbush';
import { inRing } from '../coverage/ringMeasure.ts';
import type { Atom } from './atom.ts';
import { innerPoint } from './innerPoint.ts';

export interface AtomChoice {
  readonly atoms: readonly Atom[];
  /** Not taken, because others say the same more finely. */
  readonly left: readonly Atom[];
}

export function selectAtoms(loaded: readonly Atom[]): AtomChoice {
  const ofKind = (kind: Atom['kind']) => loaded.filter((atom) => atom.kind === kind);
  const buildings = ofKind('building').filter(bears);
  const compounds = withoutAny(ofKind('compound'), buildings);
  const grids = ofKind('grid');
  const coarse = buildings.length + compounds.length > 0 ? [] : grids.some(bears) ? grids : ofKind('block');
  const taken = new Set([...buildings, ...compounds, ...coarse]);
  return { atoms: loaded.filter((atom) => taken.has(atom)), left: loaded.filter((atom) => !taken.has(atom)) };
}

function bears({ households, people }: Atom): boolean {
  return households !== null || people !== null;
}

/** Compounds that hold none of the buildings. */
function withoutAny(compounds: readonly Atom[], buildings: readonly Atom[]): Atom[] {
  const points = buildings.flatMap(({ shape }) => {
    const at = shape === null ? null : shape.type === 'point' ? [shape.x, shape.y] as const : innerPoint(shape.rings);
    return at === null ? [] : [at];
  });
  if (points.length === 0) return [...compounds];
  const tree = new Flatbush(points.length);
  for (const [x, y] of points) tree.add(x, y, x, y);
  tree.finish();
  return compounds.filter(({ shape }) => {
    if (shape?.type !== 'polygon') return true;
    const { rings, box } = shape;
    return !tree.search(...box).some((k) => rings.filter((ring) => inRing(ring, points[k]![0], points[k]![1])).length % 2 === 1);
  });
}
