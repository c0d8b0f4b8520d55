/** Tables come in here: which, in what order; what each holds; how its rows join; where they contradict. Nothing is used before one says so. */
import { useState, type ClipboardEvent } from 'react';
import { useSaving } from '../../state/autosave/saving.ts';
import { pasteCells } from '../../state/operations/addTables.ts';
import { applyTables } from '../../state/operations/applyTables.ts';
import { closeTables } from '../../state/operations/openTables.ts';
import { useJobs, type Job } from '../../state/jobs.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useTableDraft } from '../../state/tables/tables.ts';
import { useTables } from '../../state/tables/tables.ts';
import { Modal } from '../controls/Modal.tsx';
import { Pills } from '../controls/Pills.tsx';
import { ProgressBar } from '../controls/ProgressBar.tsx';
import { usePhase } from '../words/phase.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { Contradictions } from './Contradictions.tsx';
import { DraftList } from './DraftList.tsx';
import { JoinReport } from './JoinReport.tsx';
import { PasteCells } from './PasteCells.tsx';
import { ProblemList } from './ProblemList.tsx';
import { TableSheet } from './TableSheet.tsx';

export function TablesDialog() {
  const open = useTableDraft((draft) => draft.open);
  return open ? <Open /> : null;
}

type Step = 'sheet' | 'join' | 'conflicts';

function Open() {
  const t = useTranslate();
  const [step, setStep] = useState<Step>('sheet');
  const [pasting, setPasting] = useState(false);
  const close = () => { void closeTables(); };
  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    setPasting(false);
    void pasteCells(text);
  };
  return (
    <Modal className="tables" title={t('tables.dialogTitle')} description={t('tables.description')} onClose={close} foot={<Foot onClose={close} />}>
      <div className="tables-body" onPaste={onPaste}>
        <DraftList onPaste={() => { setPasting(true); }} onPick={() => { setPasting(false); }} />
        {pasting ? <PasteCells onDone={() => { setPasting(false); setStep('sheet'); }} /> : <Current step={step} onStep={setStep} />}
      </div>
    </Modal>
  );
}

function Current({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  const t = useTranslate();
  const { settings, previews, refused, tried, current, busy } = useTableDraft();
  const setting = settings.find((each) => each.name === current);
  const preview = setting && previews.get(setting.name);
  const report = tried?.reports.find((each) => each.name === current);
  const bad = refused.find((each) => each.name === current) ?? (settings.length === 0 ? refused[0] : undefined);
  if (bad && !setting) return <section className="table-pane"><div className="table-scroll"><ProblemList problems={bad.problems} /></div></section>;
  if (!setting || !preview) {
    return <section className="table-pane empty" role="status"><p className="strong">{busy ? t('tables.trying') : t('tables.emptyTitle')}</p>{!busy && <p className="note">{t('tables.emptyNote')}</p>}</section>;
  }
  const open = (report?.unjoinedRows ?? 0) + (report?.doubledCommunities ?? 0);
  const conflicts = tried?.conflictCount ?? 0;
  return (
    <section className="table-pane" aria-label={setting.name}>
      <div className="view-bar">
        <Pills<Step>
          label={t('tables.steps')}
          value={step}
          onChange={onStep}
          options={[
            { value: 'sheet', label: t('tables.step.sheet') },
            { value: 'join', label: t('tables.step.join'), ...(open > 0 ? { count: open } : {}) },
            { value: 'conflicts', label: t('tables.step.conflicts'), ...(conflicts > 0 ? { count: conflicts } : {}) },
          ]}
        />
        <span className="grow" />
        <span className="note" role="status">{tried === null ? t('tables.trying') : ''}</span>
      </div>
      {step === 'sheet' && <TableSheet key={setting.name} setting={setting} preview={preview} />}
      {step === 'join' && (report ? <JoinReport key={setting.name} report={report} setting={setting} communities={tried?.communities ?? []} /> : <p className="empty" role="status">{t('tables.trying')}</p>)}
      {step === 'conflicts' && tried && <Contradictions view={tried} />}
    </section>
  );
}

/** How far the reading is. Cancel, beside it, ends it with the dialog. */
function Underway({ job }: { job: Job }) {
  const t = useTranslate();
  const phase = usePhase(job);
  return <span className="tables-progress"><span className="note" role="status">{phase === '' ? t('tables.trying') : phase}</span><ProgressBar label={t('tables.trying')} fraction={job.fraction} /></span>;
}

function Foot({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { settings, busy } = useTableDraft();
  const job = useJobs(({ running }) => running.tables ?? running.tableFile);
  const used = useTables((tables) => tables.previews.size);
  const working = usePlan((mirror) => mirror.working);
  const otherTab = useSaving((saving) => saving.otherTab !== null);
  const nothing = settings.length === 0 && used === 0;
  return (
    <>
      <span className={otherTab ? 'grow note alarm' : 'grow note'}>{t(otherTab ? 'tables.otherTab' : 'tables.undoNote')}</span>
      {job && <Underway job={job} />}
      <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
      <button type="button" className="button primary" disabled={nothing || busy || working || otherTab} onClick={() => { void applyTables(); }}>
        {settings.length === 0 ? t('tables.useNone') : settings.length === 1 ? t('tables.use') : t('tables.useCount', { count: settings.length })}
      </button>
    </>
  );
}
