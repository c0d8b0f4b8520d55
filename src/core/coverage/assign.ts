/** Gives faces to units, and lets drawn lines go that divide nothing any more. */
import type { CoverageDraft } from './draft.ts';
import { heal } from './heal.ts';

/** `units`: one to assign, none to leave unassigned. */
export function assignFaces(draft: CoverageDraft, faces: Iterable<number>, units: readonly number[]): void {
  for (const id of faces) draft.setFace(id, { ...draft.face(id), claimants: units });
}

/** Heals along all faces that the draft has changed. */
export function healChanged(draft: CoverageDraft): void {
  const arcs = new Set<number>();
  for (const id of draft.changedFaces()) {
    if (draft.findFace(id)) for (const half of draft.halves(id)) arcs.add(half >> 1);
  }
  heal(draft, arcs);
}
