/** The defects that table, map and counts speak of: all of them, and those that pass the filter. */
import { useMemo } from 'react';
import type { MessageKey } from '../../i18n/index.ts';
import { useCheck } from '../../state/check.ts';
import { useDefectFilter } from '../../state/defectFilter.ts';
import { defectRows, filterRows, type DefectRow, type RowWords } from '../../state/defectRows.ts';
import { useView } from '../../state/view.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useUnitName } from '../words/unitNames.ts';

/** The same rows for every caller: computed once per report and decisions. */
const cache: { defects: unknown; acceptances: unknown; rows: DefectRow[] } = { defects: null, acceptances: null, rows: [] };
const NONE: never[] = [];

export function useDefectRows(): { rows: DefectRow[]; onMap: DefectRow[]; checked: boolean } {
  const defects = useCheck((state) => state.report?.result.defects ?? NONE);
  const acceptances = useCheck((state) => state.acceptances);
  const checked = useCheck((state) => state.report !== null);
  const filter = useDefectFilter();
  const words = useRowWords();
  const rows = useMemo(() => rowsOf(defects, acceptances), [defects, acceptances]);
  // The map does not drop what lies outside its own window, and cares for no order.
  const { pill, hiddenClasses, search, minAreaSquareMetres, minWidthMetres, unit } = filter;
  const onMap = useMemo(
    () => filterRows(rows, {
      pill, hiddenClasses, search, minAreaSquareMetres, minWidthMetres, unit,
      inViewOnly: false, sort: { column: 'number', descending: false },
    }, null, words),
    [rows, pill, hiddenClasses, search, minAreaSquareMetres, minWidthMetres, unit, words],
  );
  return { rows, onMap, checked };
}

export function useTableRows(): DefectRow[] {
  const { rows } = useDefectRows();
  const filter = useDefectFilter();
  const words = useRowWords();
  const mapBounds = useView((state) => (filter.inViewOnly ? state.mapBounds : null));
  return useMemo(() => filterRows(rows, filter, mapBounds, words), [rows, filter, mapBounds, words]);
}

function useRowWords(): RowWords {
  const t = useTranslate();
  const unit = useUnitName('full');
  return useMemo(() => ({ unit, class: (one) => t(`class.${one}` satisfies MessageKey) }), [t, unit]);
}

function rowsOf(defects: Parameters<typeof defectRows>[0], acceptances: Parameters<typeof defectRows>[1]): DefectRow[] {
  if (cache.defects !== defects || cache.acceptances !== acceptances) {
    Object.assign(cache, { defects, acceptances, rows: defectRows(defects, acceptances) });
  }
  return cache.rows;
}
