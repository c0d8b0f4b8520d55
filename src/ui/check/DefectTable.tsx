/** The table of defects under the map, with its pills and filters. */
import { useMemo } from 'react';
import { setDefectFilter, useDefectFilter, type DefectColumn, type StatePill } from '../../state/defectFilter.ts';
import { inPill, type DefectRow } from '../../state/defectRows.ts';
import { useCheck } from '../../state/check.ts';
import { selectDefect } from '../../state/operations/select.ts';
import { useView } from '../../state/view.ts';
import { Pills } from '../controls/Pills.tsx';
import { SearchBox } from '../controls/SearchBox.tsx';
import { useIsNarrow } from '../controls/useMedia.ts';
import { BottomToggle } from '../frame/BottomToggle.tsx';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { useUnitName } from '../words/unitNames.ts';
import { defectColumns } from './defectColumns.tsx';
import { DefectTableEmpty } from './DefectTableEmpty.tsx';
import { FilterButton } from './FilterButton.tsx';
import { useDefectRows, useTableRows } from './useDefectRows.ts';

const PILLS: readonly StatePill[] = ['open', 'accepted', 'all'];

export function DefectTable({ open }: { open: boolean }) {
  const t = useTranslate();
  const name = useUnitName();
  const narrow = useIsNarrow();
  const filter = useDefectFilter();
  const checked = useCheck((state) => state.report !== null);
  const selection = useView((state) => state.selection);
  const { rows: all } = useDefectRows();
  const rows = useTableRows();
  const columns = useMemo(() => defectColumns(t, name, narrow), [t, name, narrow]);
  const { sort } = filter;
  return (
    <>
      <div className="table-bar">
        <h2>{t('defects.title')}</h2>
        <Pills
          label={t('defects.byState')}
          value={filter.pill}
          onChange={(pill) => { setDefectFilter({ pill }); }}
          options={PILLS.map((value) => ({ value, label: t(`pill.${value}`), count: all.filter((row) => inPill(row, value)).length }))}
        />
        <span className="hidden-visually" role="status">{checked ? t('defects.listed', { count: rows.length }) : ''}</span>
        <span className="grow" />
        <button type="button" className="pill" aria-pressed={filter.inViewOnly} onClick={() => { setDefectFilter({ inViewOnly: !filter.inViewOnly }); }}>{t('defects.inView')}</button>
        <FilterButton />
        <SearchBox slash label={t('defects.search')} value={filter.search} onChange={(search) => { setDefectFilter({ search }); }} />
        <BottomToggle />
      </div>
      {open && (
        <VirtualTable<DefectRow>
          label={t('defects.title')}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          selected={selection?.kind === 'defect' ? selection.id : null}
          sort={sort}
          onSort={(column) => { setDefectFilter({ sort: { column: column as DefectColumn, descending: sort.column === column ? !sort.descending : NUMERIC.has(column) } }); }}
          onSelect={(row) => { selectDefect(row.defect.id); }}
          onActivate={(row) => { selectDefect(row.defect.id, true); }}
          isDone={isDone}
          empty={<DefectTableEmpty checked={checked} found={all.length} />}
        />
      )}
    </>
  );
}

/** Figures start with the largest. */
const NUMERIC: ReadonlySet<string> = new Set(['severity', 'width', 'area', 'length']);

const keyOf = (row: DefectRow) => row.defect.id;
const isDone = (row: DefectRow) => row.state !== 'open';
