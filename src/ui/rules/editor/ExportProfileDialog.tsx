/** Hands over the profile in use, with what this scenario tries, as a file of the bureau's own. */
import { useState, type SyntheticEvent } from 'react';
import type { ProfileProblem } from '../../../core/rules/readProfile.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { freeId } from '../../../state/assess/ownProfiles.ts';
import { exportProfile } from '../../../state/operations/exportProfile.ts';
import { useLanguage } from '../../../state/language.ts';
import { translate } from '../../../i18n/index.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';
import { download } from '../../controls/download.ts';
import { Modal } from '../../controls/Modal.tsx';
import { FormRow, TextField } from '../../plan/dialogs/CommandForm.tsx';
import { fileName } from '../../words/fileName.ts';
import { useTranslate } from '../../words/useTranslate.ts';
import { problemText } from './problemWords.ts';
import { useRuleSettings } from './useRuleSettings.ts';

export function ExportProfileDialog({ onClose }: { onClose: () => void }) {
  const rules = useAssess((mirror) => mirror.state?.rules);
  return rules ? <Form rules={rules} onClose={onClose} /> : null;
}

function Form({ rules, onClose }: { rules: RulesView; onClose: () => void }) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const { settings } = useRuleSettings();
  const [zh, setZh] = useState(() => translate('zh', 'ruleFile.defaultName', { title: rules.title.zh }));
  const [en, setEn] = useState(() => translate('en', 'ruleFile.defaultNameEn', { title: rules.title.en }));
  const [id, setId] = useState(() => freeId(rules.id, settings.own));
  const [problems, setProblems] = useState<readonly ProfileProblem[]>([]);
  const standsOnOwn = settings.own.some((profile) => profile.id === rules.id);
  const wants = zh.trim() === '' || en.trim() === '' ? t('ruleFile.wantsName') : null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void exportProfile(id.trim(), { zh: zh.trim(), en: en.trim() }).then((outcome) => {
      if (!outcome.ok) {
        setProblems(outcome.problems);
        return;
      }
      download(fileName([t('ruleFile.fileStem'), outcome.profile.title[language]], 'json'), outcome.text, 'application/json');
      onClose();
    });
  };
  const note = [
    t('ruleFile.exportNote', { title: rules.title[language] }), rules.changes.length > 0 ? t('ruleFile.exportTried', { count: rules.changes.length }) : '',
    standsOnOwn ? t('ruleFile.exportFolded') : '', t('ruleFile.exportEnd'),
  ].join('');
  const [first] = problems;
  return (
    <Modal
      className="command"
      title={t('ruleFile.exportTitle')}
      onClose={onClose}
      foot={(
        <>
          <span className={first ? 'grow note alarm' : 'grow note'} id="export-reason" role="status">{wants ?? (first && problemText(t, first))}</span>
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="submit" form="export-profile" className="button primary" disabled={wants !== null} aria-describedby="export-reason">{t('ruleFile.export')}</button>
        </>
      )}
    >
      <form id="export-profile" onSubmit={submit}>
        <p className="note">{note}</p>
        <FormRow label={t('ruleFile.name')} id="profile-zh"><TextField id="profile-zh" value={zh} onChange={setZh} /></FormRow>
        <FormRow label={t('ruleFile.nameEn')} id="profile-en"><TextField id="profile-en" value={en} onChange={setEn} /></FormRow>
        <FormRow label={t('ruleFile.id')} id="profile-id"><TextField id="profile-id" value={id} placeholder={t('ruleFile.idHelp')} onChange={setId} /></FormRow>
      </form>
    </Modal>
  );
}
