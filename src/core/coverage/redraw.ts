/**
 * Redraws boundaries among a few units: new lines whose sides are known take the place of old stretches. All that the lines
 * and the boundaries left standing enclose takes the unit that they say.
 */
import { OUTSIDE_FACE } from './coverage.ts';
import type { CoverageDraft } from './draft.ts';

export interface SidedArc {
  /** Half-arc with `left` on its left. */
  half: number;
  left: number;
  right: number;
}

export type RedrawFailure = 'lineCrossesBoundary' | 'unsided';

/**
 * `units`: whose ground may change hands. `drawn`: the new boundary. `released`: arcs (ids) of the old boundary that no longer
 * count. Gives the faces that change hands and their new unit, ascending.
 */
export function redrawnFaces(
  draft: CoverageDraft, units: readonly number[], faces: Iterable<number>, drawn: readonly SidedArc[], released: ReadonlySet<number>,
): Map<number, number> | RedrawFailure {
  const own = new Set(faces);
  const holder = (face: number): number => {
    const { claimants } = draft.face(face);
    return claimants.length === 1 && units.includes(claimants[0]!) ? claimants[0]! : -1;
  };
  const seeds = new Map<number, number>();
  const barrier = new Set<number>();
  const conflicts = new Set<number>();
  const seed = (face: number, unit: number): void => {
    if (!own.has(face)) return;
    const known = seeds.get(face);
    if (known !== undefined && known !== unit) conflicts.add(face);
    seeds.set(face, unit);
  };
  for (const { half, left, right } of drawn) {
    barrier.add(half >> 1);
    seed(draft.left(half), left);
    seed(draft.left(half ^ 1), right);
  }
  for (const face of own) {
    for (const half of draft.halves(face)) {
      const id = half >> 1;
      if (barrier.has(id) || released.has(id)) continue;
      const across = draft.left(half ^ 1);
      if (across === OUTSIDE_FACE || !own.has(across)) continue;
      if (holder(face) === holder(across)) continue;
      barrier.add(id);
      seed(face, holder(face));
      seed(across, holder(across));
    }
  }
  if (conflicts.size > 0) return 'lineCrossesBoundary';
  const changes = new Map<number, number>();
  const left = new Set(own);
  for (const first of [...own].sort((p, q) => p - q)) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (let k = 0; k < part.length; k++) {
      for (const half of draft.halves(part[k]!)) {
        const across = draft.left(half ^ 1);
        if (!barrier.has(half >> 1) && left.delete(across)) part.push(across);
      }
    }
    const said = new Set(part.flatMap((face) => seeds.get(face) ?? []));
    if (said.size > 1) return 'lineCrossesBoundary';
    const held = new Set(part.map(holder));
    if (said.size === 0 && held.size > 1) return 'unsided';
    const unit = [...said][0] ?? [...held][0]!;
    for (const face of part) if (holder(face) !== unit) changes.set(face, unit);
  }
  return new Map([...changes].sort(([p], [q]) => p - q));
}
