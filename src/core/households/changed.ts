/** What an edit touched: faces that are others now, whose ground is another now, and the atoms that lie in them. */
import { halvesOf, OUTSIDE_FACE, type Coverage } from '../coverage/coverage.ts';
import type { Figures } from './figures.ts';
import { facesOfPlace } from './place.ts';

/** Faces whose records differ; a record that two coverages share says the same in both. */
export function changedFaces(before: Coverage, after: Coverage): number[] {
  const changed: number[] = [];
  const p = before.faces;
  const q = after.faces;
  for (let face = 1; face < Math.max(p.length, q.length); face++) {
    const was = face < p.length ? p.get(face) : null;
    const is = face < q.length ? q.get(face) : null;
    if (was !== is) changed.push(face);
  }
  return changed;
}

/** Whether a face covers the very same ground in both: the same lines, vertex by vertex, in records that both share. */
export function sameGround(before: Coverage, after: Coverage, face: number): boolean {
  if (face >= before.faces.length || face >= after.faces.length) return false;
  const was = before.faces.get(face);
  const is = after.faces.get(face);
  if (!was || !is || was.areaSquareMetres !== is.areaSquareMetres || was.box.some((value, k) => value !== is.box[k])) return false;
  const p = halvesOf(before, face);
  const q = halvesOf(after, face);
  return p.length === q.length && p.every((half, k) => half === q[k] && before.arcs.get(half >> 1)!.xy === after.arcs.get(half >> 1)!.xy);
}

/**
 * Atoms and extra shapes, by place, that lie in one of the faces as they were. Ground only passes between faces that changed,
 * so none comes in from elsewhere.
 */
export function atomsIn({ ledger, places, coverage }: Figures, after: Coverage, faces: ReadonlySet<number>): number[] {
  const { tree, treePlace } = ledger;
  if (tree === null) return [];
  const found = new Set<number>();
  for (const { faces: all } of [coverage, after]) {
    for (const id of faces) {
      const face = id < all.length && id !== OUTSIDE_FACE ? all.get(id) : null;
      if (!face || (all !== coverage.faces && id < coverage.faces.length && coverage.faces.get(id) === face)) continue;
      for (const item of tree.search(...face.box)) found.add(treePlace[item]!);
    }
  }
  return [...found].filter((index) => facesOfPlace(places.get(index)).some((face) => faces.has(face))).sort((p, q) => p - q);
}
