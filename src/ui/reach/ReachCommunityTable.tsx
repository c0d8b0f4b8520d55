/** 社区: whether each has the circle, and its households' rate in every category of it. */
import { useMemo, useState, type CSSProperties } from 'react';
import { selectReachCommunity } from '../../state/operations/selectReach.ts';
import { useView } from '../../state/view.ts';
import type { ReachCommunityRow, ReachState } from '../../worker/reachProtocol.ts';
import type { Column, Sort } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { CircleState } from './HasState.tsx';
import { categoryName, categoryNames, percent } from './reachWords.ts';
import { sortedBy, type Key } from './sortRows.ts';

const RANK = new Map<ReachCommunityRow['complete'], number>([[false, 2], ['unknown', 1], [true, 0]]);
const KEYS: Record<string, (row: ReachCommunityRow) => Key> = {
  name: ({ name }) => name, subdistrict: ({ subdistrict }) => subdistrict, complete: ({ complete }) => RANK.get(complete) ?? null, share: ({ sharePercent }) => sharePercent,
  households: ({ households }) => households, missing: ({ missing }) => missing.length,
};

export function ReachCommunityTable({ state, category }: { state: ReachState; category: string | null }) {
  const t = useTranslate();
  const selection = useView((view) => view.selection);
  const [sort, setSort] = useState<Sort>({ column: 'share', descending: false });
  const shown = useMemo(() => state.categories.flatMap(({ id, basic }, index) => (basic || id === category ? [{ id, index }] : [])), [state, category]);
  const rows = useMemo(() => {
    const rated = shown.find(({ id }) => sort.column === `rate.${id}`);
    return sortedBy(state.communities, rated ? ({ rates }) => rates[rated.index] ?? null : KEYS[sort.column] ?? KEYS['name']!, sort.descending);
  }, [state, shown, sort]);
  const columns: Column<ReachCommunityRow>[] = [
    { id: 'name', head: t('reachPage.table.communities'), width: '104px', cell: ({ name }) => name },
    { id: 'complete', head: t('reachPage.circleColumn'), width: '72px', cell: ({ complete }) => <CircleState of={complete} /> },
    { id: 'share', head: t('reachPage.share'), unit: '%', width: '68px', numeric: true, cell: ({ sharePercent }) => (sharePercent === null ? <span className="muted">{t('reachPage.has.unknown')}</span> : figure(sharePercent, 1)) },
    { id: 'missing', head: t('reachPage.missing'), width: '168px', cell: ({ missing }) => (missing.length === 0 ? <span className="muted">—</span> : <span title={categoryNames(t, missing)}>{missing.length} · {categoryNames(t, missing)}</span>) },
    ...shown.map(({ id, index }): Column<ReachCommunityRow> => ({
      id: `rate.${id}`, head: categoryName(t, id), unit: '%', width: '84px', numeric: true,
      cell: ({ rates }) => { const rate = rates[index] ?? null; return rate === null ? <span className="muted">{t('value.none')}</span> : <span className={id === category ? 'strong' : undefined}>{percent(rate)}</span>; },
    })),
    { id: 'households', head: t('reachPage.households'), unit: t('unit.households'), width: '80px', numeric: true, cell: ({ households }) => figure(households) },
    { id: 'subdistrict', head: t('column.subdistrict'), width: '110px', cell: ({ subdistrict }) => subdistrict ?? <span className="muted">—</span> },
  ];
  return (
    <div className="reach-wide" style={{ '--reach-columns': `${columns.reduce((sum, { width }) => sum + parseInt(width, 10), 0)}px` } as CSSProperties}>
      <VirtualTable
        label={t('reachPage.table.communities')}
        columns={columns}
        rows={rows}
        keyOf={({ unit }) => String(unit)}
        selected={selection?.kind === 'unit' ? String(selection.index) : null}
        sort={sort}
        onSort={(column) => { setSort({ column, descending: sort.column === column ? !sort.descending : false }); }}
        onSelect={({ unit }) => { selectReachCommunity(unit); }}
        onActivate={({ unit }) => { selectReachCommunity(unit, true); }}
        empty={<p>{t('data.noUnits')}</p>}
      />
    </div>
  );
}
