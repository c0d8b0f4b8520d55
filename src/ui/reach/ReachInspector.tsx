/** Task 可达, right: what was clicked on the map, a pocket, a home, a community; with nothing selected, what to do. */
import { usePlan } from '../../state/plan/plan.ts';
import { useReach } from '../../state/reach/reach.ts';
import { useView } from '../../state/view.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { CommunityReach } from './CommunityReach.tsx';
import { GainReach } from './GainReach.tsx';
import { HomeReach } from './HomeReach.tsx';
import { PocketReach } from './PocketReach.tsx';
import { SitesReach } from './SitesReach.tsx';
import { PointReach } from './PointReach.tsx';
import { categoryName, limitText } from './reachWords.ts';

export function ReachInspector() {
  const t = useTranslate();
  const state = useReach((mirror) => mirror.state);
  const settings = useReach((mirror) => mirror.settings);
  const view = useReach((mirror) => mirror.view);
  const category = useReach((mirror) => mirror.category);
  const subject = useReach((mirror) => mirror.subject);
  const selection = useView((mirror) => mirror.selection);
  const planned = usePlan((mirror) => mirror.state !== null);
  if (!planned || !state || !settings) return <div className="empty"><p>{t('reachPage.notOpen')}</p></div>;
  if (subject?.kind === 'point') return <PointReach subject={subject} state={state} settings={settings} />;
  if (subject?.kind === 'pocket') {
    const pocket = view?.pockets[subject.index];
    if (pocket) return <PocketReach index={subject.index} pocket={pocket} settings={settings} />;
  }
  if (subject?.kind === 'sites' && category !== null) return <SitesReach category={category} state={state} />;
  if (subject?.kind === 'gains' && category !== null) return <GainReach category={category} state={state} />;
  if (subject?.kind === 'home') {
    const home = view?.homes[subject.id];
    if (home && category !== null) return <HomeReach home={home} category={category} settings={settings} />;
  }
  if (selection?.kind === 'unit') {
    const row = state.communities.find(({ unit }) => unit === selection.index);
    if (row) return <CommunityReach row={row} state={state} />;
  }
  return (
    <>
      <div className="inspector-head"><div className="title"><h2>{t('reachPage.overview')}</h2></div><div className="subtitle">{category === null ? '' : `${categoryName(t, category)} · `}{limitText(t, settings, state)}</div></div>
      <div className="empty"><p>{t('reachPage.startHelp')}</p></div>
    </>
  );
}
