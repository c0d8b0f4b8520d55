/** The frame of a dialog that gives one command: tried while it is filled in, its effect and refusals shown beneath. */
import { useEffect, type ReactNode, type SyntheticEvent } from 'react';
import type { Command } from '../../../core/plan/command.ts';
import { proposeCommand } from '../../../state/operations/proposeCommand.ts';
import { cancelTry, tryCommand } from '../../../state/operations/tryCommand.ts';
import { useDraft } from '../../../state/plan/draft.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { Modal } from '../../controls/Modal.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { DraftSides } from '../DraftSides.tsx';
import { rejectionText } from '../planWords.ts';

interface Props {
  title: string;
  note?: string;
  confirm: string;
  /** Null: something is still wanting; `wants` says what. */
  command: Command | null;
  wants: string | null;
  onClose: () => void;
  /** After it was carried out, or waits for a decision. */
  onDone?: () => void;
  extra?: ReactNode;
  children: ReactNode;
}

export function CommandForm({ title, note, confirm, command, wants, onClose, onDone, extra, children }: Props) {
  const t = useTranslate();
  const answer = useDraft((draft) => (draft.command === null ? null : draft.answer));
  const refused = usePlan((mirror) => mirror.refused);
  const working = usePlan((mirror) => mirror.working);
  const key = JSON.stringify(command);
  useEffect(() => {
    if (command) tryCommand(command, null);
    else cancelTry();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same command written anew is the same command
  }, [key]);
  useEffect(() => cancelTry, []);
  const rejection = answer?.ok === false ? answer.rejection : refused?.rejection;
  const close = () => {
    usePlan.setState({ refused: null });
    onClose();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!command || working) return;
    void proposeCommand(command).then((done) => {
      if (!done && !usePlan.getState().asking) return;
      onDone?.();
      onClose();
    });
  };
  const reason = wants ?? (command && rejection ? rejectionText(t, rejection) : null);
  return (
    <Modal
      className="command"
      title={title}
      onClose={close}
      foot={(
        <>
          <span className={rejection && wants === null ? 'grow note alarm' : 'grow note'} id="command-reason" role="status">{reason}</span>
          {extra}
          <button type="button" className="button" onClick={close}>{t('action.cancel')}</button>
          <button type="submit" form="command-form" className="button primary" disabled={reason !== null || working || !command} aria-describedby="command-reason">{confirm}</button>
        </>
      )}
    >
      <form id="command-form" onSubmit={submit}>
        {note !== undefined && <p className="note">{note}</p>}
        {children}
      </form>
      {command && answer?.ok && <DraftSides answer={answer} />}
    </Modal>
  );
}

/** A line of such a form. */
export function FormRow({ label, id, children }: { label: string; id?: string; children: ReactNode }) {
  return (
    <div className="form-row">
      {id === undefined ? <span className="label">{label}</span> : <label htmlFor={id}>{label}</label>}
      {children}
    </div>
  );
}

export const NAME_LENGTH = 60;

export function TextField({ id, value, onChange, placeholder, length = NAME_LENGTH }: { id: string; value: string; onChange: (value: string) => void; placeholder?: string; length?: number }) {
  return <span className="field text"><input id={id} maxLength={length} value={value} placeholder={placeholder} onChange={(event) => { onChange(event.target.value); }} /></span>;
}
