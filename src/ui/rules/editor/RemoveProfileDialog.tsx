/** A profile of the bureau's own goes out of the project: asked once more, as it is no step. */
import { withoutOwn } from '../../../state/assess/ownProfiles.ts';
import { changeRuleSettings } from '../../../state/operations/assessPlan.ts';
import { useLanguage } from '../../../state/language.ts';
import { Modal } from '../../controls/Modal.tsx';
import { useTranslate } from '../../words/useTranslate.ts';
import { useRuleSettings } from './useRuleSettings.ts';

export function RemoveProfileDialog({ profile, onClose }: { profile: string; onClose: () => void }) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const { settings, choices } = useRuleSettings();
  const titleOf = (id: string) => choices.find((choice) => choice.id === id)?.title[language] ?? id;
  const removal = withoutOwn(settings, profile);
  const remove = () => {
    onClose();
    if (removal.ok) void changeRuleSettings(removal.settings);
  };
  return (
    <Modal
      className="sign"
      title={t('ruleFile.removeTitle', { title: titleOf(profile) })}
      onClose={onClose}
      foot={(
        <>
          <span className="note grow" role="status">{!removal.ok && t('ruleFile.removeNeeded', { title: removal.neededBy[language] })}</span>
          <button type="button" className="button" onClick={onClose}>{t('action.cancel')}</button>
          <button type="button" className="button primary" disabled={!removal.ok} onClick={remove}>{t('ruleFile.remove')}</button>
        </>
      )}
    >
      <p>{t('ruleFile.removeNote')}</p>
      {removal.ok && removal.settings.profile !== settings.profile && <p className="note">{t('ruleFile.removeNext', { title: titleOf(removal.settings.profile) })}</p>}
    </Modal>
  );
}
