/** 小区: each home's way to the nearest of the category, and what of the circle it lacks. */
import { useMemo, useState } from 'react';
import { selectHome } from '../../state/operations/selectReach.ts';
import { useReach } from '../../state/reach/reach.ts';
import { minutesOf } from '../../state/reach/bands.ts';
import type { ReachCategoryView, ReachHomeRow, ReachSettings } from '../../worker/reachProtocol.ts';
import type { Column, Sort } from '../table/columns.ts';
import { VirtualTable } from '../table/VirtualTable.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { HasState } from './HasState.tsx';
import { categoryNames } from './reachWords.ts';
import { sortedBy, type Key } from './sortRows.ts';

const RANK = { no: 2, unknown: 1, yes: 0 };
const KEYS: Record<string, (row: ReachHomeRow) => Key> = {
  name: ({ name }) => name, community: ({ community }) => community, people: ({ people }) => people, households: ({ households }) => households, has: ({ has, gained }) => RANK[has] - (gained ? 0.5 : 0),
  way: ({ metres }) => metres, minutes: ({ metres }) => metres, missing: ({ missing }) => missing.length,
};
const NO_HOMES: readonly ReachHomeRow[] = [];

export function ReachHomeTable({ settings, view }: { settings: ReachSettings; view: ReachCategoryView | null }) {
  const t = useTranslate();
  const subject = useReach((mirror) => mirror.subject);
  const [sort, setSort] = useState<Sort>({ column: 'way', descending: true });
  const homes = view?.homes ?? NO_HOMES;
  const rows = useMemo(() => sortedBy(homes, KEYS[sort.column]!, sort.descending), [homes, sort]);
  const none = <span className="muted">{t('value.none')}</span>;
  const columns: Column<ReachHomeRow>[] = [
    { id: 'name', head: t('reachPage.home'), width: 'minmax(96px, 1.2fr)', cell: ({ name }) => name },
    { id: 'community', head: t('reachPage.table.communities'), width: 'minmax(90px, 1.1fr)', cell: ({ community }) => community ?? <span className="muted">{t('reachPage.inNone')}</span> },
    { id: 'people', head: t('reachPage.people'), unit: t('unit.people'), width: '76px', numeric: true, cell: ({ people }) => (people === null ? none : figure(people)) },
    { id: 'households', head: t('reachPage.households'), unit: t('unit.households'), width: '72px', numeric: true, cell: ({ households }) => (households === null ? none : figure(households)) },
    { id: 'has', head: t('reachPage.state'), width: '92px', cell: ({ has, gained }) => <HasState has={has} gained={gained} /> },
    { id: 'way', head: t('reachPage.way'), unit: 'm', width: '66px', numeric: true, cell: ({ metres }) => (metres === null ? <span className="muted">—</span> : figure(metres)) },
    ...(settings.limit.by === 'minutes' ? [{ id: 'minutes', head: t('reachPage.minutes'), unit: 'min', width: '70px', numeric: true, cell: ({ metres }: ReachHomeRow) => (metres === null ? <span className="muted">—</span> : figure(minutesOf(metres, settings.limit) ?? 0, 1)) }] : []),
    { id: 'missing', head: t('reachPage.missing'), width: 'minmax(110px, 2fr)', cell: ({ missing }) => (missing.length === 0 ? <span className="muted">—</span> : <span title={categoryNames(t, missing)}>{missing.length} · {categoryNames(t, missing)}</span>) },
  ];
  return (
    <VirtualTable
      label={t('reachPage.table.homes')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => String(id)}
      selected={subject?.kind === 'home' ? String(subject.id) : null}
      sort={sort}
      onSort={(column) => { setSort({ column, descending: sort.column === column ? !sort.descending : true }); }}
      onSelect={({ id }) => { selectHome(id); }}
      onActivate={({ id }) => { selectHome(id, true); }}
      empty={<p>{t('reachPage.noHomes')}</p>}
    />
  );
}
