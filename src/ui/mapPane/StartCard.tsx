/** Nothing is loaded: what to do first. */
import { openSample } from '../../state/operations/openSample.ts';
import { isBusy, useJobs } from '../../state/jobs.ts';
import { useSession } from '../../state/session.ts';
import { OpenFilesButton } from '../frame/OpenFilesButton.tsx';
import { KeptProjects } from '../project/KeptProjects.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function StartCard() {
  const t = useTranslate();
  const busy = useJobs((state) => isBusy(state.running));
  const asking = useSession((state) => state.pending !== null);
  if (busy || asking) return null;
  return (
    <div className="map-message">
      <div className="float start-card">
        <KeptProjects />
        <h2>{t('start.title')}</h2>
        <p>{t('start.note')}</p>
        <div className="buttons">
          <OpenFilesButton className="button primary"><Icon name="folder" />{t('action.openFiles')}</OpenFilesButton>
        </div>
        <p className="note">{t('start.formats')}</p>
        <hr />
        <h3 className="heading">{t('start.samples')}</h3>
        <div className="buttons">
          <button type="button" className="button" onClick={() => { void openSample('district'); }}>{t('start.openSample')}</button>
          <button type="button" className="button" onClick={() => { void openSample('district-defects'); }}>{t('start.openSampleDefects')}</button>
        </div>
        <p className="note"><Icon name="lock" small /> {t('start.local')}</p>
      </div>
    </div>
  );
}
