/** Long work over the map: what, how far, and a cancel that works. */
import { PROOF } from '../../state/operations/findSites.ts';
import { useJobs, type Job, type JobName } from '../../state/jobs.ts';
import { ProgressBar } from '../controls/ProgressBar.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { usePhase } from '../words/phase.ts';

/** The second opinion has its own bar in the panel. */
const SHOWN = ['inspect', 'load', 'background', 'plan', 'check', 'shape', 'reach'] as const satisfies readonly JobName[];
type ShownJob = (typeof SHOWN)[number];

export function WorkCard() {
  const running = useJobs((state) => state.running);
  const name = SHOWN.find((each) => running[each] !== undefined);
  const job = name && running[name];
  if (!name || !job) return null;
  return <Card name={name} job={job} />;
}

function Card({ name, job }: { name: ShownJob; job: Job }) {
  const t = useTranslate();
  const phase = usePhase(job);
  const title = t(`job.${name}`);
  return (
    <div className="float work-card" role="status" aria-live="polite">
      <div className="pair"><span className="strong">{title}</span><span className="muted">{phase}</span></div>
      <ProgressBar label={title} fraction={job.fraction} />
      <div className="pair" style={{ marginTop: 6 }}>
        <span className="note">{job.fraction === null ? '' : `${Math.round(job.fraction * 100)} %`}</span>
        <button type="button" className="button small" onClick={job.cancel}>{t(job.phase === PROOF ? 'siting.stopProof' : 'action.cancel')}</button>
      </div>
    </div>
  );
}
