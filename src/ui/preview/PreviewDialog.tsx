/** Before loading: what each file is, as guessed, to be corrected; what reading found; then load, or not. */
import { useState } from 'react';
import { cancelJob, useJobs } from '../../state/jobs.ts';
import { dropPending, loadPending } from '../../state/operations/loadPending.ts';
import { useSession, type Pending } from '../../state/session.ts';
import { Modal } from '../controls/Modal.tsx';
import { ProgressBar } from '../controls/ProgressBar.tsx';
import { usePhase } from '../words/phase.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { FileDetails } from './FileDetails.tsx';
import { FileList } from './FileList.tsx';
import { loadVerdict } from './loadVerdict.ts';
import { relevantProblems } from './relevantProblems.ts';

export function PreviewDialog() {
  const pending = useSession((state) => state.pending);
  // A sample is not asked about, nor a project: roles and columns are known.
  if (!pending || pending.sample !== null || pending.project !== null) return null;
  return <Preview key={pending.fingerprint} pending={pending} />;
}

function Preview({ pending }: { pending: Pending }) {
  const t = useTranslate();
  const replaces = useSession((state) => state.loaded !== null);
  const [current, setCurrent] = useState(() => firstOfInterest(pending));
  const preview = pending.previews.find((each) => each.fileIndex === current);
  return (
    <Modal
      className="preview"
      title={t('preview.title')}
      description={t('preview.description')}
      onClose={dropPending}
      foot={<Foot pending={pending} replaces={replaces} />}
    >
      <FileList pending={pending} current={current} onPick={setCurrent} />
      {preview && <FileDetails preview={preview} choice={pending.choices.find((each) => each.fileIndex === current)!} />}
    </Modal>
  );
}

function Foot({ pending, replaces }: { pending: Pending; replaces: boolean }) {
  const t = useTranslate();
  const job = useJobs((state) => state.running.load);
  const phase = usePhase(job);
  const verdict = loadVerdict(pending);
  if (job) {
    return (
      <>
        <span className="nowrap">{t('job.load')} <span className="muted">{phase}</span></span>
        <span className="grow"><ProgressBar label={t('job.load')} fraction={job.fraction} /></span>
        <button type="button" className="button" onClick={() => { cancelJob('load'); }}>{t('action.cancel')}</button>
      </>
    );
  }
  return (
    <>
      <span className="note grow">{verdict === 'nothing' ? t('preview.needCommunities') : replaces ? t('preview.replaces') : ''}</span>
      <button type="button" className="button" onClick={dropPending}>{t('action.cancel')}</button>
      <button type="button" className="button primary" disabled={verdict === 'nothing'} onClick={() => { void loadPending(); }}>
        {t(verdict === 'partly' ? 'preview.loadReadable' : 'preview.load')}
      </button>
    </>
  );
}

/** The first file with something refused, else the communities. */
function firstOfInterest({ previews }: Pending): number {
  const bad = previews.find((file) => relevantProblems(file, file.guessedRole).some((problem) => problem.severity === 'refused'));
  const communities = previews.find((file) => file.guessedRole === 'communities');
  return (bad ?? communities ?? previews[0])?.fileIndex ?? -1;
}
