/** Steps on these files were found on this computer: go on with them, or put them aside. Closing the dialog goes on: nothing is lost then. */
import { useRecovery } from '../../state/project/recovery.ts';
import { Modal } from '../controls/Modal.tsx';
import { dateTime } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function KeptDialog() {
  const t = useTranslate();
  const asking = useRecovery((state) => state.asking);
  if (!asking) return null;
  const { kept: { meta, log, draft, unreadable }, instead, answer } = asking;
  const figures = { steps: log.length, time: dateTime(meta.savedAt) };
  const byFile = instead === 'file';
  return (
    <Modal
      className="sign"
      title={t(byFile ? 'kept.fileTitle' : 'kept.title')}
      onClose={() => { answer('kept'); }}
      foot={(
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={() => { answer('new'); }}>{t(byFile ? 'kept.useFile' : 'kept.anew')}</button>
          <button type="button" className="button primary" autoFocus onClick={() => { answer('kept'); }}>{t(byFile ? 'kept.useKept' : 'kept.continue')}</button>
        </>
      )}
    >
      <p>{t(byFile ? 'kept.fileFound' : 'kept.found', figures)}</p>
      {draft !== null && <p>{t('kept.draft')}</p>}
      {unreadable > 0 && <p className="alarm">{t('kept.unreadable', { count: unreadable })}</p>}
      <p className="note" style={{ marginTop: 8 }}>{t(byFile ? 'kept.fileNote' : 'kept.anewNote', figures)}</p>
    </Modal>
  );
}
