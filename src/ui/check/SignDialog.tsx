/** Asks who signs. The name stands on the sheet as typed; nothing checks it, and the sheet is signed by hand as well. */
import { useState, type SyntheticEvent } from 'react';
import { signCheck } from '../../state/operations/signCheck.ts';
import { Modal } from '../controls/Modal.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { usePrintSheet } from './usePrintSheet.ts';

const LONGEST = 40;

export function SignDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const print = usePrintSheet();
  const [role, setRole] = useState('');
  const [name, setName] = useState('');
  const ready = role.trim() !== '' && name.trim() !== '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    signCheck(role.trim(), name.trim());
    onClose();
    print();
  };
  return (
    <Modal
      className="sign"
      title={t('sign.title')}
      onClose={onClose}
      foot={(
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="submit" form="sign-form" className="button primary" disabled={!ready}>{t('sign.confirm')}</button>
        </>
      )}
    >
      <form id="sign-form" onSubmit={submit}>
        <p className="note">{t('sign.note')}</p>
        <div className="form-row">
          <label htmlFor="sign-role">{t('sign.role')}</label>
          <span className="field text"><input id="sign-role" maxLength={LONGEST} value={role} placeholder={t('sign.rolePlaceholder')} onChange={(event) => { setRole(event.target.value); }} /></span>
        </div>
        <div className="form-row">
          <label htmlFor="sign-name">{t('sign.name')}</label>
          <span className="field text"><input id="sign-name" maxLength={LONGEST} value={name} onChange={(event) => { setName(event.target.value); }} /></span>
        </div>
      </form>
    </Modal>
  );
}
