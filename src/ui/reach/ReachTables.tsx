/** The bottom table of 可达: pockets by people, homes, communities. */
import { useReach, isStraight, type ReachTable } from '../../state/reach/reach.ts';
import { Pills } from '../controls/Pills.tsx';
import { BottomToggle } from '../frame/BottomToggle.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { FindSites } from './FindSites.tsx';
import { ReachCommunityTable } from './ReachCommunityTable.tsx';
import { ReachExport } from './ReachExport.tsx';
import { ReachHomeTable } from './ReachHomeTable.tsx';
import { ReachPocketTable } from './ReachPocketTable.tsx';
import { categoryName, percent } from './reachWords.ts';

const TABLES: readonly ReachTable[] = ['pockets', 'homes', 'communities'];

export function ReachTables({ open }: { open: boolean }) {
  const t = useTranslate();
  const state = useReach((mirror) => mirror.state);
  const settings = useReach((mirror) => mirror.settings);
  const view = useReach((mirror) => mirror.view);
  const category = useReach((mirror) => mirror.category);
  const table = useReach((mirror) => mirror.table);
  if (!state || !settings) return <div className="table-bar"><h2>{t('task.reach')}</h2><span className="grow" /><BottomToggle /></div>;
  const counts: Partial<Record<ReachTable, number>> = { communities: state.communities.length, ...(view ? { pockets: view.pockets.length, homes: view.homes.length } : {}) };
  const people = view?.pockets.reduce((sum, pocket) => sum + pocket.people, 0) ?? 0;
  return (
    <>
      <div className="table-bar">
        <Pills label={t('task.reach')} value={table} options={TABLES.map((value) => ({ value, label: t(`reachPage.table.${value}`), ...(counts[value] === undefined ? {} : { count: counts[value] }) }))} onChange={(next) => { useReach.setState({ table: next }); }} />
        {table !== 'communities' && category !== null && <span className="strong">{categoryName(t, category)}</span>}
        {table === 'pockets' && people > 0 && <span className="muted ellipsis where-room">{t('reachPage.pocketsSum', { people: figure(people), share: percent(state.homes.people === 0 ? 0 : people / state.homes.people) })}</span>}
        {isStraight(state) && <span className="alarm ellipsis">{t('reachPage.straight')}</span>}
        <span className="grow" />
        {!isStraight(state) && category !== null && <FindSites />}
        <ReachExport table={table} state={state} settings={settings} view={view} category={category} />
        <BottomToggle />
      </div>
      {open && table === 'pockets' && <ReachPocketTable state={state} settings={settings} view={view} />}
      {open && table === 'homes' && <ReachHomeTable settings={settings} view={view} />}
      {open && table === 'communities' && <ReachCommunityTable state={state} category={category} />}
    </>
  );
}
