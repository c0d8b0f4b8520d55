/** The second opinion: another method beside ours, its progress, its agreement or the list of differences. */
import { opinionState } from '../../core/coverage/opinion.ts';
import { useCheck } from '../../state/check.ts';
import { cancelJob, useJobs } from '../../state/jobs.ts';
import { runSecondOpinion } from '../../state/operations/runSecondOpinion.ts';
import type { CheckReport } from '../../worker/protocol.ts';
import { ProgressBar } from '../controls/ProgressBar.tsx';
import { Tip } from '../controls/Tip.tsx';
import { StateGlyph } from '../symbols/StateGlyph.tsx';
import { figure } from '../words/figures.ts';
import { usePhase } from '../words/phase.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { OpinionDifferences } from './OpinionDifferences.tsx';

export function OpinionSection({ report }: { report: CheckReport }) {
  const t = useTranslate();
  const opinion = useCheck((state) => state.opinion);
  const onFile = useCheck((state) => state.reportOf.subject === 'file');
  const job = useJobs((state) => state.running.opinion);
  const phase = usePhase(job);
  const state = opinionState(opinion);
  return (
    <div className="section last">
      <div className="pair">
        <Tip text={t('opinion.method')} side="right"><span tabIndex={0} className="strong help-word" style={{ color: 'var(--ink)' }}>{t('check.opinion')}</span></Tip>
        <span>
          {job
            ? <button type="button" className="button small" onClick={() => { cancelJob('opinion'); }}>{t('action.cancel')}</button>
            : <button type="button" className="button small" disabled={!onFile} title={onFile ? undefined : t('repair.onlyFile')} onClick={() => { void runSecondOpinion(); }}>{t(opinion ? 'check.opinionAgain' : 'check.opinionRun')}</button>}
        </span>
      </div>
      {job && (
        <div role="status">
          <ProgressBar label={t('check.opinion')} fraction={job.fraction} />
          <p className="note">{phase}{job.fraction === null ? '' : ` ${Math.round(job.fraction * 100)} %`}</p>
        </div>
      )}
      {!job && opinion && (
        <>
          <p role="status">
            <span className={state === 'agrees' ? 'verdict accepted' : state === 'differs' ? 'verdict open' : 'verdict information'}>
              <StateGlyph of={state === 'agrees' ? 'accepted' : state === 'differs' ? 'open' : 'information'} />
              {t(`opinion.${state}`)}
            </span>
          </p>
          <p className="note">
            {t('opinion.counts', { checked: figure(opinion.defectsChecked), confirmed: figure(opinion.defectsConfirmed) })}
            {' · '}{t('check.opinionTook', { seconds: figure(opinion.elapsedMs / 1000, 1) })}
          </p>
          <p className="note">{opinion.wholeLayer ? t('opinion.wholeLayer', { pairs: figure(opinion.pairsChecked) }) : t('opinion.defectsOnly')}</p>
          {opinion.differences.length > 0 && <OpinionDifferences differences={opinion.differences} report={report} />}
        </>
      )}
      {!job && !opinion && <p className="note">{t('check.opinionNote')}</p>}
    </div>
  );
}
