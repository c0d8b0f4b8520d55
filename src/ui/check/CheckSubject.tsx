/** What the check is about: the files as loaded, or the plan as it stands. Says so when the plan has moved on since. */
import { useCheck } from '../../state/check.ts';
import { useJobs } from '../../state/jobs.ts';
import { runCheck } from '../../state/operations/runCheck.ts';
import { setCheckSubject } from '../../state/operations/checkSubject.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { Pills } from '../controls/Pills.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function CheckSubject() {
  const t = useTranslate();
  const plan = usePlan((mirror) => mirror.state);
  const subject = useCheck((check) => check.subject);
  const of = useCheck((check) => check.reportOf);
  const running = useJobs((jobs) => jobs.running.check !== undefined);
  if (!plan || plan.steps.length === 0) return null;
  const name = plan.scenarios.find((scenario) => scenario.id === plan.current)?.name ?? t('scenario.base');
  const behind = of.subject === 'plan' && of.head !== plan.head;
  return (
    <div className="section">
      <div className="pair">
        <span>{t('check.subject')}</span>
        <Pills<'file' | 'plan'>
          label={t('check.subject')}
          value={subject}
          onChange={(next) => { void setCheckSubject(next); }}
          options={[{ value: 'file', label: t('check.subjectFile') }, { value: 'plan', label: t('check.subjectPlan', { name }) }]}
        />
      </div>
      {of.subject === 'file' && <p className="note">{t('check.fileNote', { name, count: plan.steps.filter((step) => !step.undone).length })}</p>}
      {behind && <p className="note alarm">{t('check.behind')} <button type="button" className="link" disabled={running} onClick={() => { void runCheck(); }}>{t('check.again')}</button></p>}
    </div>
  );
}
