/** Which defects the table and the map show, and in what order. */
import { create } from 'zustand';
import type { DefectClass } from '../core/coverage/defect.ts';

export type StatePill = 'open' | 'accepted' | 'all';
export type DefectColumn =
  | 'number' | 'class' | 'severity' | 'unitA' | 'unitB' | 'width' | 'area' | 'length' | 'taker' | 'state';

export interface DefectFilter {
  pill: StatePill;
  hiddenClasses: ReadonlySet<DefectClass>;
  search: string;
  minAreaSquareMetres: number;
  minWidthMetres: number;
  /** Only defects of this unit. */
  unit: number | null;
  inViewOnly: boolean;
  sort: { column: DefectColumn; descending: boolean };
}

export const NO_FILTER: DefectFilter = {
  pill: 'open',
  hiddenClasses: new Set(),
  search: '',
  minAreaSquareMetres: 0,
  minWidthMetres: 0,
  unit: null,
  inViewOnly: false,
  sort: { column: 'number', descending: false },
};

export const useDefectFilter = create<DefectFilter>()(() => NO_FILTER);

export function setDefectFilter(change: Partial<DefectFilter>): void {
  useDefectFilter.setState(change);
}

export function toggleClass(one: DefectClass): void {
  useDefectFilter.setState(({ hiddenClasses }) => {
    const next = new Set(hiddenClasses);
    if (!next.delete(one)) next.add(one);
    return { hiddenClasses: next };
  });
}
