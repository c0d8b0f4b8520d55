/** Task 可达, left: how one walks, categories, what it is counted on, the circle. The plan is opened first, then the streets are read. */
import { useEffect } from 'react';
import { openReach } from '../../state/operations/openReach.ts';
import { useAssess } from '../../state/assess/assess.ts';
import { useJobs } from '../../state/jobs.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useReach } from '../../state/reach/reach.ts';
import { useSession } from '../../state/session.ts';
import { OpenFilesButton } from '../frame/OpenFilesButton.tsx';
import { useOpenPlan } from '../plan/useOpenPlan.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { CategoryList } from './CategoryList.tsx';
import { CircleSummary } from './CircleSummary.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { ReachDialogs } from './settings/ReachDialogs.tsx';
import { WalkSection } from './WalkSection.tsx';

export function ReachPanel() {
  const t = useTranslate();
  const loaded = useSession((session) => session.loaded);
  const planned = usePlan((mirror) => mirror.state !== null);
  const planFailure = usePlan((mirror) => mirror.failure);
  const assessed = useAssess((mirror) => mirror.state !== null);
  const state = useReach((mirror) => mirror.state);
  const settings = useReach((mirror) => mirror.settings);
  const failure = useReach((mirror) => mirror.failure) ?? planFailure;
  const working = useJobs(({ running }) => running.reach !== undefined || running.plan !== undefined || running.load !== undefined || running.check !== undefined);
  const busy = useJobs(({ running }) => running.load !== undefined || running.check !== undefined);
  const openPlan = useOpenPlan();
  useEffect(() => {
    if (loaded && !busy && !usePlan.getState().failure) void openPlan();
    // Once for what is loaded; after a cancel the button below asks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [loaded, busy]);
  useEffect(() => {
    if (planned && assessed && !useReach.getState().state) void openReach();
  }, [planned, assessed]);
  if (!loaded) {
    return (
      <div className="empty">
        <p>{t('reachPage.needData')}</p>
        <div className="buttons"><OpenFilesButton className="button primary">{t('action.openFiles')}</OpenFilesButton></div>
      </div>
    );
  }
  if (!state || !settings) {
    return (
      <div className="empty">
        {working || (planned && !assessed) ? <p role="status">{t('reachPage.opening')}</p> : (
          <>
            <p className={failure === null ? undefined : 'alarm'}>{failure === null ? t('reachPage.notOpen') : t('reachPage.openFailed')}</p>
            {failure !== null && <p className="note">{failure}</p>}
            <div className="buttons"><button type="button" className="button primary" onClick={() => { void openPlan().then((stands) => { if (stands) void openReach(); }); }}>{t('reachPage.open')}</button></div>
          </>
        )}
      </div>
    );
  }
  return (
    <>
      <div className="scroll">
        <WalkSection state={state} settings={settings} />
        <CategoryList state={state} />
        <NetworkSection state={state} settings={settings} />
      </div>
      <CircleSummary state={state} />
      <ReachDialogs state={state} settings={settings} />
    </>
  );
}
