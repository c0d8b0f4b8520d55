/** Repair of one defect: who would take it and why, the others to choose from; looked at on the map, then applied as one step. */
import { useEffect, useState } from 'react';
import { selectDefect } from '../../state/operations/select.ts';
import { applyRepair, previewRepair, proposeRepairs } from '../../state/operations/repairDefects.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useRepair } from '../../state/plan/repair.ts';
import type { DefectRow } from '../../state/defectRows.ts';
import { useJobs } from '../../state/jobs.ts';
import { useCheck } from '../../state/check.ts';
import type { RepairProposal } from '../../worker/planProtocol.ts';
import { useTableRows } from '../check/useDefectRows.ts';
import { useOpenPlan } from '../plan/useOpenPlan.ts';
import { useNameOf } from '../plan/useNameOf.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { RepairAreas } from './RepairAreas.tsx';

export function RepairSection({ row }: { row: DefectRow }) {
  const t = useTranslate();
  const open = useOpenPlan();
  const head = usePlan((mirror) => mirror.state?.head);
  const opening = useJobs((jobs) => jobs.running.plan !== undefined);
  const proposals = useRepair((repair) => repair.proposals);
  const onFile = useCheck((check) => check.reportOf.subject === 'file');
  useEffect(() => { if (head !== undefined) void proposeRepairs(); }, [head]);
  if (!onFile) return null;
  if (head === undefined) {
    return (
      <div className="section">
        <h3>{t('repair.title')}</h3>
        <p className="note">{t('repair.needsPlan')}</p>
        <div className="buttons"><button type="button" className="button" disabled={opening} onClick={() => { void open(); }}>{t(opening ? 'plan.opening' : 'repair.propose')}</button></div>
      </div>
    );
  }
  const proposal = proposals?.get(row.defect.id);
  return (
    <div className="section">
      <h3>{t('repair.title')} <span className="unit">{t('repair.into')}</span></h3>
      {proposals === null ? <p className="muted" role="status">{t('repair.working')}</p>
        : proposal === undefined ? <p className="muted">{t('repair.gone')}</p>
          : proposal.choices.length === 0 ? <p>{t('repair.left')} <span className="muted">{proposal.left ? t(`left.${proposal.left}`) : ''}</span></p>
            : <Choices key={row.defect.id} row={row} proposal={proposal} />}
    </div>
  );
}

function Choices({ row, proposal }: { row: DefectRow; proposal: RepairProposal }) {
  const t = useTranslate();
  const nameOf = useNameOf();
  const [chosen, setChosen] = useState(0);
  const { preview, working, rule } = useRepair();
  const shown = preview?.request.choices[0]?.defect === row.defect.id ? preview.answer : null;
  const list = useTableRows();
  const choice = proposal.choices[chosen];
  const total = proposal.choices.reduce((sum, each) => sum + each.sharedMetres, 0);
  useEffect(() => {
    if (!choice) return;
    void previewRepair({ choices: [{ defect: row.defect.id, to: choice.to }], classes: [], rule });
    return () => { void previewRepair(null); };
  }, [row.defect.id, choice, rule]);
  const apply = async () => {
    if (!(await applyRepair())) return;
    const next = list[list.findIndex((each) => each.defect.id === row.defect.id) + 1];
    if (next) selectDefect(next.defect.id, true);
  };
  const blocked = shown && !shown.command ? t(shown.left[0] ? `left.${shown.left[0].reason}` : 'repair.nothing') : null;
  return (
    <>
      <div role="radiogroup" aria-label={t('repair.into')}>
        {proposal.choices.map((each, index) => (
          <label key={each.to ?? ''} className={index === chosen ? 'choice on' : 'choice'}>
            <input type="radio" className="radio" name="repair-choice" checked={index === chosen} onChange={() => { setChosen(index); }} />
            <span className="grow">
              {each.to === null ? <b>{t('repair.trim')}</b> : t('repair.giveTo', { name: nameOf(each.to) })} {index === 0 && <span className="tag">{t('repair.proposed')}</span>}
              <p>{t(`repairReason.${each.reason}`)}{each.sharedMetres > 0 && ` · ${t('repair.shared', { metres: figure(each.sharedMetres, 1), percent: total > 0 ? figure((100 * each.sharedMetres) / total, 1) : '—' })}`}</p>
            </span>
          </label>
        ))}
      </div>
      {proposal.left !== null && <p className="note alarm">{t(`left.${proposal.left}`)}</p>}
      {shown && <RepairAreas areas={shown.areas} />}
      {blocked !== null && <p className="note alarm" id="repair-blocked">{blocked}</p>}
      <div className="buttons" style={{ marginTop: 8 }}>
        <button type="button" className="button primary" disabled={working || !shown?.command} aria-describedby={blocked === null ? undefined : 'repair-blocked'} onClick={() => { void apply(); }}>{t('repair.apply')}</button>
        <button type="button" className="button" onClick={() => { useRepair.setState({ dialog: { classes: [row.defect.class] } }); }}>{t('repair.class')}</button>
      </div>
    </>
  );
}
