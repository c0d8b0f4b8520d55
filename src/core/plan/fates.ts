/** What became of communities since the base, and old → new: by the books where a command said it, by the ground where none did. */
import { PagedArray } from '../pagedArray.ts';
import type { Plan } from './plan.ts';
import { holdsSameGround } from './sameGround.ts';

export type Fate = 'unchanged' | 'boundaryChanged' | 'split' | 'merged' | 'abolished' | 'new';

/** Units whose faces, or the lines round them, are not those of the base; their ground may be the same nonetheless. */
export function changedUnits(base: Plan, plan: Plan): Set<number> {
  const units = new Set<number>();
  for (const face of PagedArray.differences(base.coverage.faces, plan.coverage.faces)) {
    for (const coverage of [base.coverage, plan.coverage]) {
      for (const unit of (face < coverage.faces.length ? coverage.faces.get(face) : null)?.claimants ?? []) units.add(unit);
    }
  }
  return units;
}

/** `changed`: of `changedUnits`. */
export function fateOf(base: Plan, plan: Plan, unit: number, changed: ReadonlySet<number>): Fate {
  const record = plan.units.get(unit);
  if (unit >= base.units.length) return record.abolished ? 'abolished' : 'new';
  if (record.abolished) return plan.lineage.some(({ kind, from }) => kind === 'merged' && from.includes(unit)) ? 'merged' : 'abolished';
  if (!changed.has(unit) || holdsSameGround(base, plan, unit)) return 'unchanged';
  return plan.lineage.some(({ kind, from, to }) => kind === 'split' && from.includes(unit) && to.some((each) => each !== unit && !plan.units.get(each).abolished)) ? 'split' : 'boundaryChanged';
}

/** Units that hold what was the unit's ground, the largest share first; itself among them if it still stands. */
export function heirsOf(plan: Plan, unit: number): number[] {
  const areas = new Map<number, number>();
  if (unit < plan.coverage.baseFacesOf.length) {
    for (const id of plan.coverage.baseFacesOf.get(unit)) {
      const face = plan.coverage.faces.get(id)!;
      for (const holder of face.claimants) areas.set(holder, (areas.get(holder) ?? 0) + face.areaSquareMetres);
    }
  }
  return [...areas].sort(([p, a], [q, b]) => b - a || p - q).map(([holder]) => holder);
}
