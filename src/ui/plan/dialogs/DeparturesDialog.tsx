/** A command would add departures from the rule: go on and answer for them, go on and leave them open, or drop it. */
import { useState } from 'react';
import { dropAsked, goOn } from '../../../state/operations/proposeCommand.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { Modal } from '../../controls/Modal.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { OperatorField } from '../OperatorField.tsx';
import { FindingList } from '../PlanOverview.tsx';
import { stepText } from '../planWords.ts';
import { FormRow, TextField } from './CommandForm.tsx';
import { ReasonField } from './ReasonField.tsx';

export function DeparturesDialog() {
  const asking = usePlan((mirror) => mirror.asking);
  if (!asking) return null;
  return <Asked key={JSON.stringify(asking.command)} asking={asking} />;
}

function Asked({ asking: { command, adds } }: { asking: NonNullable<ReturnType<typeof usePlan.getState>['asking']> }) {
  const t = useTranslate();
  const [role, setRole] = useState('');
  const [reason, setReason] = useState('');
  const ready = role.trim() !== '' && reason.trim() !== '';
  const declare = () => { if (ready) void goOn({ role: role.trim(), reason: reason.trim() }); };
  return (
    <Modal
      className="command"
      title={t('departures.title', { count: adds.length })}
      onClose={dropAsked}
      foot={(
        <>
          <button type="button" className="button" onClick={dropAsked}>{t('departures.drop')}</button>
          <span className="grow" />
          <button type="button" className="button" onClick={() => { void goOn(null); }}>{t('departures.undeclared')}</button>
          <button type="submit" form="departures-form" className="button primary" disabled={!ready} aria-describedby="departures-note">{t('departures.declare')}</button>
        </>
      )}
    >
      <p>{t('departures.adds', { step: stepText(t, { command, names: [] }) })}</p>
      <FindingList findings={adds} />
      <p className="note" id="departures-note">{t('departures.note')}</p>
      <form id="departures-form" onSubmit={(event) => { event.preventDefault(); declare(); }}>
        <FormRow label={t('accept.role')} id="departures-role"><TextField id="departures-role" value={role} onChange={setRole} placeholder={t('accept.rolePlaceholder')} /></FormRow>
        <ReasonField id="departures-reason" value={reason} onChange={setReason} />
        <OperatorField id="departures-operator" />
      </form>
    </Modal>
  );
}
