/** Repair of many: which classes, by which rule; what is left to a person and why; the proof; applied as one undoable step. */
import { useEffect, useMemo, useState } from 'react';
import { DEFECT_CLASSES, type DefectClass } from '../../core/coverage/defect.ts';
import { countByClass } from '../../state/defectRows.ts';
import { applyRepair, previewRepair, setRepairRule } from '../../state/operations/repairDefects.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { REPAIR_RULES, useRepair } from '../../state/plan/repair.ts';
import type { LeftReason, RepairPreview } from '../../worker/planProtocol.ts';
import { Choose } from '../controls/Choose.tsx';
import { Modal } from '../controls/Modal.tsx';
import { DefectGlyph } from '../symbols/DefectGlyph.tsx';
import { useDefectRows } from '../check/useDefectRows.ts';
import { rejectionText } from '../plan/planWords.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { RepairAreas } from './RepairAreas.tsx';
import { RepairProof } from './RepairProof.tsx';

export function RepairDialog() {
  const dialog = useRepair((repair) => repair.dialog);
  const open = usePlan((mirror) => mirror.state !== null);
  if (!dialog || !open) return null;
  return <Body classes={dialog.classes} />;
}

function Body({ classes }: { classes: readonly DefectClass[] }) {
  const t = useTranslate();
  const { rows } = useDefectRows();
  const counts = useMemo(() => countByClass(rows), [rows]);
  const [chosen, setChosen] = useState<ReadonlySet<DefectClass>>(new Set(classes));
  const { rule, preview, working } = useRepair();
  const committing = usePlan((mirror) => mirror.working);
  const refused = usePlan((mirror) => mirror.refused);
  const key = [...chosen].sort().join();
  useEffect(() => {
    void previewRepair({ choices: [], classes: key === '' ? [] : key.split(','), rule });
  }, [key, rule]);
  const close = () => {
    useRepair.setState({ dialog: null });
    void previewRepair(null);
  };
  const answer = preview?.answer ?? null;
  const reason = chosen.size === 0 ? t('repair.chooseClass') : working ? t('repair.working') : !answer?.command ? t('repair.nothing') : refused ? rejectionText(t, refused.rejection) : null;
  return (
    <Modal
      className="repair"
      title={t('repair.many')}
      onClose={close}
      foot={(
        <>
          <span className="grow note" id="repair-why" role="status">{reason ?? t('repair.asOneStep')}</span>
          <button type="button" className="button" onClick={close}>{t('action.cancel')}</button>
          <button type="button" className="button primary" disabled={reason !== null || committing} aria-describedby="repair-why" onClick={() => { void applyRepair(); }}>{t('repair.applyCount', { count: figure(answer ? repairedOf(answer) : 0) })}</button>
        </>
      )}
    >
      <div className="repair-columns">
        <section>
          <h3 className="heading">{t('check.classes')} <span className="unit">{t('pill.open')}</span></h3>
          {DEFECT_CLASSES.filter((each) => (counts.get(each)?.open ?? 0) > 0).map((each) => (
            <label key={each} className="class-row">
              <input type="checkbox" className="checkbox" checked={chosen.has(each)} onChange={() => { setChosen(toggled(chosen, each)); }} />
              <DefectGlyph of={each} /><span className="grow ellipsis" title={t(`classHelp.${each}`)}>{t(`class.${each}`)}</span><b>{figure(counts.get(each)!.open)}</b>
            </label>
          ))}
          {[...counts.values()].every((count) => count.open === 0) && <p className="muted">{t('task.nothingOpen')}</p>}
          <div className="form-row"><span className="label">{t('repair.rule')}</span><Choose label={t('repair.rule')} value={rule} options={REPAIR_RULES.map((value) => ({ value, label: t(`repairRule.${value}`) }))} onChange={setRepairRule} /></div>
          {chosen.has('N1') && <p className="note">{t('repair.nearMatch')}</p>}
          {answer && <Left left={answer.left} />}
        </section>
        <section>{answer ? <Outcome answer={answer} /> : <p className="muted" role="status">{t('repair.working')}</p>}</section>
      </div>
    </Modal>
  );
}

/** Defects: one of several faces may go to several communities. */
function repairedOf({ repaired }: RepairPreview): number {
  return new Set(repaired.map(({ defect }) => defect)).size;
}

function Outcome({ answer }: { answer: RepairPreview }) {
  const t = useTranslate();
  return (
    <>
      <p>{t('repair.outcome', { repaired: figure(repairedOf(answer)), left: figure(answer.left.length), changed: figure(answer.unitsChanged), untouched: figure(answer.unitsUntouched) })}</p>
      <RepairProof proof={answer.proof} />
      <h3 className="heading" style={{ marginTop: 10 }}>{t('repair.areas')}</h3>
      <RepairAreas areas={answer.areas} />
    </>
  );
}

/** What no rule settles, by reason. */
function Left({ left }: { left: RepairPreview['left'] }) {
  const t = useTranslate();
  const { rows } = useDefectRows();
  const number = new Map(rows.map((row) => [row.defect.id, row.number]));
  const reasons = new Map<LeftReason, string[]>();
  for (const { defect, reason } of left) {
    if (reason === 'classNotChosen' || reason === 'information' || reason === 'accepted') continue;
    reasons.set(reason, [...(reasons.get(reason) ?? []), String(number.get(defect) ?? '?')]);
  }
  if (reasons.size === 0) return null;
  return (
    <>
      <h3 className="heading" style={{ marginTop: 10 }}>{t('repair.leftTitle')}</h3>
      <ul className="left-list">
        {[...reasons].map(([reason, defects]) => (
          <li key={reason}><b>{figure(defects.length)}</b> {t(`left.${reason}`)}<span className="note">{t('repair.defects', { numbers: defects.slice(0, 24).join(t('report.listSeparator')) })}{defects.length > 24 && '…'}</span></li>
        ))}
      </ul>
    </>
  );
}

function toggled(set: ReadonlySet<DefectClass>, one: DefectClass): Set<DefectClass> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
