/** A project is taken off this computer for good: asked once more. */
import { useState } from 'react';
import { forgetKept } from '../../state/operations/forgetKept.ts';
import type { ProjectDialog } from '../../state/project/dialog.ts';
import { Modal } from '../controls/Modal.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function ForgetDialog({ of: { fingerprint, name, steps }, onClose }: { of: Extract<ProjectDialog, { kind: 'forget' }>; onClose: () => void }) {
  const t = useTranslate();
  const [failed, setFailed] = useState(false);
  const forget = () => {
    void forgetKept(fingerprint).then((done) => {
      if (done) onClose();
      else setFailed(true);
    });
  };
  return (
    <Modal
      className="sign"
      title={t('project.forgetTitle', { name })}
      onClose={onClose}
      foot={(
        <>
          <span className="note grow alarm" role="status">{failed && t('project.forgetFailed')}</span>
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="button" className="button primary" onClick={forget}>{t('project.forgetConfirm')}</button>
        </>
      )}
    >
      <p>{t('project.forgetNote', { steps })}</p>
    </Modal>
  );
}
