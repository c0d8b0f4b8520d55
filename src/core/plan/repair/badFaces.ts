/** Faces that are not as they should be: held by nobody, by several, or across a line that is fixed by law. */
import { faceOf, OUTSIDE_FACE, type Coverage } from '../../coverage/coverage.ts';

export type BadKind =
  /** In the parent, claimed by nobody. */
  | 'gap'
  | 'overlap'
  /** Claimed, and outside the parent. */
  | 'beyond'
  /** Claimed once, in the ground of another subdistrict than the claimant's. */
  | 'foreign';

export interface BadFace {
  face: number;
  kind: BadKind;
}

/** Ascending. `foreign` is only possible ground of another subdistrict: the check says where it is a defect. */
export function badFaces(coverage: Coverage, homes: readonly number[]): BadFace[] {
  const bad: BadFace[] = [];
  let face = -1;
  for (const found of coverage.faces) {
    face++;
    if (!found || face === OUTSIDE_FACE) continue;
    const { claimants, inParent, parent } = found;
    if (!inParent) {
      if (claimants.length > 0) bad.push({ face, kind: 'beyond' });
    } else if (claimants.length === 0) bad.push({ face, kind: 'gap' });
    else if (claimants.length > 1) bad.push({ face, kind: 'overlap' });
    else {
      const home = homes[claimants[0]!] ?? -1;
      if (home >= 0 && parent >= 0 && home !== parent) bad.push({ face, kind: 'foreign' });
    }
  }
  return bad;
}

/** The parent polygon in which most of each unit's ground lies; empty unless there are several. */
export function homesOf(coverage: Coverage, unitCount: number): number[] {
  const ground = Array.from({ length: unitCount }, () => new Map<number, number>());
  const parents = new Set<number>();
  for (const face of coverage.faces) {
    if (!face || face.parent < 0) continue;
    parents.add(face.parent);
    for (const unit of face.claimants) ground[unit]!.set(face.parent, (ground[unit]!.get(face.parent) ?? 0) + face.areaSquareMetres);
  }
  if (parents.size < 2) return [];
  return ground.map((areas) => [...areas].sort(([p, a], [q, b]) => b - a || p - q)[0]?.[0] ?? -1);
}

/** All ground that each unit claims, contested ground too: faces, ascending. */
export function claimsOfUnits(coverage: Coverage, unitCount: number): number[][] {
  const claims: number[][] = Array.from({ length: unitCount }, (_, unit) => (unit < coverage.facesOf.length ? [...coverage.facesOf.get(unit)] : []));
  for (const face of coverage.unsettled) for (const unit of faceOf(coverage, face).claimants) claims[unit]!.push(face);
  return claims;
}
