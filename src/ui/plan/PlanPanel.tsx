/** Task 方案, left: the tree, open ground, the register, the sums. The plan is built when one first comes here. */
import { useEffect } from 'react';
import { useJobs } from '../../state/jobs.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useSession } from '../../state/session.ts';
import { OpenFilesButton } from '../frame/OpenFilesButton.tsx';
import { TableLine } from '../tables/TableLine.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { Histogram } from '../rules/Histogram.tsx';
import { OpenSummary } from './OpenSummary.tsx';
import { PlanTotals } from './PlanTotals.tsx';
import { PlanTree } from './PlanTree.tsx';
import { SkippedNote } from './SkippedNote.tsx';
import { useOpenPlan } from './useOpenPlan.ts';

export function PlanPanel() {
  const t = useTranslate();
  const loaded = useSession((session) => session.loaded);
  const state = usePlan((mirror) => mirror.state);
  const failure = usePlan((mirror) => mirror.failure);
  const opening = useJobs((jobs) => jobs.running.plan !== undefined);
  const busy = useJobs((jobs) => jobs.running.load !== undefined || jobs.running.check !== undefined);
  const open = useOpenPlan();
  useEffect(() => {
    if (loaded && !busy && !usePlan.getState().failure) void open();
    // Opened once for what is loaded; after a cancel the button below asks again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [loaded, busy]);
  if (!loaded) {
    return (
      <div className="empty">
        <p>{t('plan.needData')}</p>
        <div className="buttons"><OpenFilesButton className="button primary">{t('action.openFiles')}</OpenFilesButton></div>
      </div>
    );
  }
  if (!state) {
    return (
      <div className="empty">
        {opening || busy ? <p role="status">{t('plan.opening')}</p> : (
          <>
            <p className={failure === null ? undefined : 'alarm'}>{failure === null ? t('plan.notOpen') : t('plan.openFailed')}</p>
            {failure !== null && <p className="note">{failure}</p>}
            <div className="buttons"><button type="button" className="button primary" onClick={() => { void open(); }}>{t('plan.open')}</button></div>
          </>
        )}
      </div>
    );
  }
  return (
    <>
      <SkippedNote />
      <PlanTree state={state} />
      <Histogram />
      <OpenSummary state={state} />
      <TableLine />
      <PlanTotals totals={state.totals} />
    </>
  );
}

