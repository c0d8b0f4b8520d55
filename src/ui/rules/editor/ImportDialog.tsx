/** Why a profile from a file is not in use: what is wrong with it, line by line; or an id that another one has. */
import { useState } from 'react';
import { importOutcomeDialog } from './pickProfile.ts';
import { MOST_BYTES, MOST_OWN, offerProfile, type Unread } from '../../../state/operations/importProfile.ts';
import { useLanguage } from '../../../state/language.ts';
import type { Translate } from '../../../i18n/index.ts';
import { Modal } from '../../controls/Modal.tsx';
import { bytes } from '../../words/figures.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { ProblemTable } from './ProblemTable.tsx';
import type { RuleDialog } from './ruleDialog.ts';

type Of = Extract<RuleDialog, { kind: 'import' }>;

export function ImportDialog({ of: { fileName, outcome }, onClose }: { of: Of; onClose: () => void }) {
  const t = useTranslate();
  if (outcome.kind === 'clash') return <Clash fileName={fileName} of={outcome} onClose={onClose} />;
  return (
    <Modal
      className={outcome.kind === 'refused' ? 'rule-import' : 'sign'}
      title={t('ruleFile.refusedTitle')}
      onClose={onClose}
      foot={<><span className="grow" /><button type="button" className="button primary" onClick={onClose}>{t('action.gotIt')}</button></>}
    >
      {outcome.kind === 'unread' ? <p>{fileName}<br />{unreadText(t, outcome.why)}</p> : (
        <>
          <p>{t('ruleFile.refusedNote', { file: fileName, count: outcome.problems.length })}</p>
          <ProblemTable problems={outcome.problems} />
        </>
      )}
    </Modal>
  );
}

function unreadText(t: Translate, why: Unread): string {
  switch (why.kind) {
    case 'tooLarge': return t('ruleFile.sizeLimit', { size: bytes(why.bytes), limit: bytes(MOST_BYTES) });
    case 'notUtf8': return t('ruleFile.notUtf8');
    case 'notJson': return why.at ? t('ruleFile.notJsonAt', { ...why.at }) : t('ruleFile.notJson');
    case 'tooMany': return t('ruleFile.tooMany', { limit: MOST_OWN });
  }
}

function Clash({ fileName, of: { profile, clash }, onClose }: { fileName: string; of: Extract<Of['outcome'], { kind: 'clash' }>; onClose: () => void }) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const [working, setWorking] = useState(false);
  const rename = () => {
    setWorking(true);
    void offerProfile({ ...profile, id: clash.free }).then((outcome) => {
      onClose();
      importOutcomeDialog(fileName, outcome);
    });
  };
  const words = { file: fileName, title: profile.title[language], id: profile.id, free: clash.free };
  return (
    <Modal
      className="sign"
      title={t('ruleFile.clashTitle')}
      onClose={onClose}
      foot={(
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="button" className="button primary" disabled={working} onClick={rename}>{t('ruleFile.rename', { free: clash.free })}</button>
        </>
      )}
    >
      <p>{clash.taken === null ? t('ruleFile.clashReserved', words) : t('ruleFile.clashNote', { ...words, taken: clash.taken[language] })}</p>
    </Modal>
  );
}
