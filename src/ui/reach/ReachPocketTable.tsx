/** 空白片区: homes left out that lie together, the most people first. */
import { useMemo, useState } from 'react';
import { selectPocket } from '../../state/operations/selectReach.ts';
import { isStraight, useReach } from '../../state/reach/reach.ts';
import { minutesOf } from '../../state/reach/bands.ts';
import type { ReachCategoryView, ReachPocket, ReachSettings, ReachState } from '../../worker/reachProtocol.ts';
import type { Column, Sort } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { sortedBy, type Key } from './sortRows.ts';

type Row = ReachPocket & { index: number };

const KEYS: Record<string, (row: Row) => Key> = {
  index: ({ index }) => index, communities: ({ communities }) => communities[0] ?? null, people: ({ people }) => people, households: ({ households }) => households,
  homes: ({ homes }) => homes, largest: ({ largest }) => largest, way: ({ meanMetres }) => meanMetres, minutes: ({ meanMetres }) => meanMetres,
};

export function ReachPocketTable({ state, settings, view }: { state: ReachState; settings: ReachSettings; view: ReachCategoryView | null }) {
  const t = useTranslate();
  const subject = useReach((mirror) => mirror.subject);
  const category = useReach((mirror) => mirror.category);
  const [sort, setSort] = useState<Sort>({ column: 'people', descending: true });
  const rows = useMemo(() => sortedBy((view?.pockets ?? []).map((pocket, index) => ({ ...pocket, index })), KEYS[sort.column]!, sort.descending), [view, sort]);
  const counted = state.categories.find(({ id }) => id === category);
  const empty = isStraight(state) ? 'reachPage.noPocketsStraight' : counted?.noData ? 'reachPage.noPocketsData' : (counted?.count.unknownHouseholds ?? 0) > 0 ? 'reachPage.noPocketsPart' : 'reachPage.noPockets';
  const columns: Column<Row>[] = [
    { id: 'index', head: t('reachPage.order'), width: '44px', numeric: true, cell: ({ index }) => index + 1 },
    { id: 'communities', head: t('reachPage.inCommunities'), width: 'minmax(110px, 2fr)', cell: ({ communities }) => (communities.length === 0 ? <span className="muted">{t('reachPage.inNone')}</span> : <span title={communities.join(t('report.listSeparator'))}>{communities.join(t('report.listSeparator'))}</span>) },
    { id: 'people', head: t('reachPage.people'), unit: t('unit.people'), width: '82px', numeric: true, cell: ({ people }) => figure(people) },
    { id: 'households', head: t('reachPage.households'), unit: t('unit.households'), width: '74px', numeric: true, cell: ({ households }) => figure(households) },
    { id: 'homes', head: t('reachPage.homesCount'), width: '66px', numeric: true, cell: ({ homes }) => figure(homes) },
    { id: 'largest', head: t('reachPage.largest'), width: 'minmax(84px, 1.2fr)', cell: ({ largest }) => largest ?? <span className="muted">—</span> },
    { id: 'way', head: t('reachPage.meanWay'), unit: 'm', width: '140px', numeric: true, cell: ({ meanMetres }) => (meanMetres === null ? <span className="muted">{t('reachPage.noOther')}</span> : figure(meanMetres)) },
    ...(settings.limit.by === 'minutes' ? [{ id: 'minutes', head: t('reachPage.minutes'), unit: 'min', width: '78px', numeric: true, cell: ({ meanMetres }: Row) => (meanMetres === null ? '' : figure(minutesOf(meanMetres, settings.limit) ?? 0, 1)) }] : []),
  ];
  return (
    <VirtualTable
      label={t('reachPage.table.pockets')}
      columns={columns}
      rows={rows}
      keyOf={({ index }) => String(index)}
      selected={subject?.kind === 'pocket' ? String(subject.index) : null}
      sort={sort}
      onSort={(column) => { setSort({ column, descending: sort.column === column ? !sort.descending : true }); }}
      onSelect={({ index }) => { selectPocket(index); }}
      onActivate={({ index }) => { selectPocket(index, true); }}
      empty={<p>{t(empty)}</p>}
    />
  );
}
