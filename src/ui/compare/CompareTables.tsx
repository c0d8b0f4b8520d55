/** Comparison, bottom: communities before and after; identities old → new. */
import { useMemo, useState } from 'react';
import { useCompare } from '../../state/plan/compare.ts';
import { flyToBounds, useView } from '../../state/view.ts';
import type { ComparisonRow } from '../../worker/planProtocol.ts';
import { Pills } from '../controls/Pills.tsx';
import { SearchBox } from '../controls/SearchBox.tsx';
import { useIsNarrow } from '../controls/useMedia.ts';
import { BottomToggle } from '../frame/BottomToggle.tsx';
import type { Column } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure, signedFigure, squareKilometres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { FigureText } from '../plan/FigureText.tsx';
import { changedIn } from './comparisonRows.ts';
import { ComparedConsequences } from './ComparedConsequences.tsx';
import { ComparedReach } from './ComparedReach.tsx';
import { IdentityTable } from './IdentityTable.tsx';
import { useStateName } from './useStateName.ts';

type Shown = 'changed' | 'all' | 'identities' | 'consequences' | 'reach';

export function CompareTables({ open }: { open: boolean }) {
  const t = useTranslate();
  const { answer, table, changedOnly } = useCompare();
  const [search, setSearch] = useState('');
  const rows = useMemo(() => answer?.rows ?? [], [answer]);
  const changed = useMemo(() => rows.filter(changedIn), [rows]);
  const shown: Shown = table !== 'communities' ? table : changedOnly ? 'changed' : 'all';
  const narrow = useIsNarrow();
  const needle = search.trim().toLowerCase();
  const listed = (changedOnly ? changed : rows).filter(({ a, b }) => needle === '' || [a?.name, b?.name, a?.subdistrict, b?.subdistrict].some((text) => text?.toLowerCase().includes(needle)));
  return (
    <>
      <div className="table-bar">
        {!narrow && <h2>{t('compare.communities')}</h2>}
        <Pills<Shown>
          label={t('frame.table')}
          value={shown}
          onChange={(next) => { useCompare.setState(next === 'identities' || next === 'consequences' || next === 'reach' ? { table: next } : { table: 'communities', changedOnly: next === 'changed' }); }}
          options={[
            { value: 'changed', label: t('planTable.changed'), count: changed.length },
            { value: 'all', label: t('pill.all'), count: rows.length },
            { value: 'identities', label: t('compare.identities') },
            { value: 'consequences', label: t('views.pill.consequences') },
            { value: 'reach', label: t('compare.reach') },
          ]}
        />
        <span className="grow" />
        {table !== 'consequences' && table !== 'reach' && <SearchBox slash label={t('compare.search')} value={search} onChange={setSearch} />}
        <BottomToggle />
      </div>
      {open && table === 'consequences' && <ComparedConsequences />}
      {open && table === 'reach' && <ComparedReach />}
      {open && answer && table === 'identities' && <IdentityTable identities={answer.identities} search={needle} />}
      {open && answer && table === 'communities' && <Communities rows={listed} />}
    </>
  );
}

function Communities({ rows }: { rows: readonly ComparisonRow[] }) {
  const t = useTranslate();
  const name = useStateName();
  const narrow = useIsNarrow();
  const { a: left, b: right } = useCompare();
  const selection = useView((view) => view.selection);
  const none = <span className="muted">—</span>;
  const change = ({ a, b }: ComparisonRow) => {
    if (!a || !b) return <span className="change">{t(a ? 'fate.abolished' : 'fate.new')}</span>;
    const by = b.households.value - a.households.value;
    return by === 0 ? none : <span className="change">{signedFigure(by)}</span>;
  };
  const columns: Column<ComparisonRow>[] = [
    { id: 'name', head: t('column.name'), width: 'minmax(96px, 1.3fr)', cell: ({ a, b }) => (a && b && a.name !== b.name ? `${a.name} → ${b.name}` : (b ?? a)?.name) },
    { id: 'subdistrict', head: t('column.subdistrict'), width: 'minmax(72px, 1fr)', cell: ({ a, b }) => (b ?? a)?.subdistrict ?? none },
    { id: 'a', head: name(left), unit: t('unit.households'), width: '104px', numeric: true, cell: ({ a }) => (a ? <FigureText of={a.households} /> : none) },
    ...(narrow ? [] : [{ id: 'areaA', head: t('column.area'), unit: 'km²', width: '80px', numeric: true, cell: ({ a }: ComparisonRow) => (a ? squareKilometres(a.areaSquareMetres) : none) }]),
    { id: 'b', head: name(right), unit: t('unit.households'), width: '104px', numeric: true, cell: ({ b, a }) => (b ? <span className={a?.households.value === b.households.value ? undefined : 'strong'}><FigureText of={b.households} /></span> : none) },
    { id: 'change', head: t('column.change'), unit: t('unit.households'), width: '84px', numeric: true, cell: change },
    { id: 'areaB', head: t('column.area'), unit: 'km²', width: '80px', numeric: true, cell: ({ b }) => (b ? squareKilometres(b.areaSquareMetres) : none) },
    { id: 'pieces', head: t('column.parts'), width: '64px', numeric: true, cell: ({ a, b }) => (a && b && a.pieces !== b.pieces ? `${figure(a.pieces)} → ${figure(b.pieces)}` : figure((b ?? a)?.pieces ?? 0)) },
    { id: 'fate', head: t('column.fate'), width: '84px', cell: ({ b, fateB }) => t(`fate.${b ? fateB : 'abolished'}`) },
  ];
  return (
    <VirtualTable
      label={t('compare.communities')}
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      selected={selectedKey(rows, selection?.kind === 'unit' ? selection.index : null)}
      onSelect={({ unit }) => { useView.setState({ selection: { kind: 'unit', index: unit } }); }}
      onActivate={({ unit, a, b }) => {
        useView.setState({ selection: { kind: 'unit', index: unit } });
        const bounds = (b ?? a)?.bounds;
        if (bounds) flyToBounds(bounds);
      }}
      empty={<p>{t('compare.noDifference')}</p>}
    />
  );
}

/** Two scenarios may each have made a community of one number: then there are two rows. */
function keyOf({ unit, a, b }: ComparisonRow): string {
  return `${unit}${a && b ? '' : a ? 'a' : 'b'}`;
}

function selectedKey(rows: readonly ComparisonRow[], unit: number | null): string | null {
  const row = unit === null ? undefined : rows.find((each) => each.unit === unit);
  return row ? keyOf(row) : null;
}
