/** Every unit, sortable. */
import { useMemo, useState } from 'react';
import { selectUnit } from '../../state/operations/select.ts';
import { useView } from '../../state/view.ts';
import type { UnitSummary } from '../../worker/protocol.ts';
import { useIsNarrow } from '../controls/useMedia.ts';
import type { Column, Sort } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure, squareKilometres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function CommunityTable({ units }: { units: readonly UnitSummary[] }) {
  const t = useTranslate();
  const narrow = useIsNarrow();
  const [sort, setSort] = useState<Sort<SortKey>>({ column: 'code', descending: false });
  const selection = useView((state) => state.selection);
  const sorted = useMemo(() => sortUnits(units, sort), [units, sort]);
  const count = (value: number | null) => (value === null ? <span className="muted">{t('value.none')}</span> : figure(value));
  const columns: Column<UnitSummary>[] = [
    { id: 'name', head: t('column.name'), width: 'minmax(96px, 1.4fr)', cell: (unit) => unit.name ?? unit.label },
    { id: 'code', head: t('column.code'), width: 'minmax(104px, 1fr)', cell: (unit) => unit.code ?? <span className="muted">{t('value.none')}</span> },
    {
      id: 'subdistrict', head: t('column.subdistrict'), width: 'minmax(80px, 1fr)',
      cell: (unit) => (unit.role === 'declared'
        ? <span className="tag">{t('role.declared')}{unit.kind === null ? '' : ` · ${unit.kind}`}</span>
        : unit.subdistrict ?? <span className="muted">{t('value.none')}</span>),
    },
    { id: 'households', head: t('column.households'), unit: t('unit.households'), width: '88px', numeric: true, cell: (unit) => count(unit.households) },
    { id: 'people', head: t('column.people'), unit: t('unit.people'), width: '88px', numeric: true, cell: (unit) => count(unit.people) },
    { id: 'area', head: t('column.area'), unit: 'km²', width: '84px', numeric: true, cell: (unit) => squareKilometres(unit.areaSquareMetres) },
    ...(narrow ? [] : [{ id: 'parts', head: t('column.parts'), width: '64px', numeric: true, cell: (unit: UnitSummary) => figure(unit.parts) }]),
  ];
  return (
    <VirtualTable
      label={t('data.units')}
      columns={columns}
      rows={sorted}
      keyOf={(unit) => String(unit.index)}
      selected={selection?.kind === 'unit' ? String(selection.index) : null}
      sort={sort}
      onSort={(column) => { setSort({ column: column as SortKey, descending: sort.column === column && !sort.descending }); }}
      onSelect={(unit) => { selectUnit(unit.index); }}
      onActivate={(unit) => { selectUnit(unit.index, true); }}
      empty={t('data.noUnits')}
    />
  );
}

type SortKey = 'name' | 'code' | 'subdistrict' | 'households' | 'people' | 'area' | 'parts';

const KEYS: Record<SortKey, (unit: UnitSummary) => string | number | null> = {
  name: (unit) => unit.name ?? unit.label,
  code: (unit) => unit.code,
  subdistrict: (unit) => unit.subdistrict,
  households: (unit) => unit.households,
  people: (unit) => unit.people,
  area: (unit) => unit.areaSquareMetres,
  parts: (unit) => unit.parts,
};

/** What is missing goes last whichever way one sorts. */
function sortUnits(units: readonly UnitSummary[], { column, descending }: Sort<SortKey>): UnitSummary[] {
  const key = KEYS[column];
  const sign = descending ? -1 : 1;
  return [...units].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return a === b ? one.index - other.index : a === null ? 1 : -1;
    const order = typeof a === 'string' ? a.localeCompare(String(b), 'zh') : a - Number(b);
    return sign * order || one.index - other.index;
  });
}
