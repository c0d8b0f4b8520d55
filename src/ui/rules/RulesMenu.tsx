/** 规则 西安 ▾: which profile decides, what stands beside it, from which day and by which pay; the way to look rules up and to try others. */
import { useRef, useState } from 'react';
import { Popover } from 'radix-ui';
import { useAssess } from '../../state/assess/assess.ts';
import { useSaving } from '../../state/autosave/saving.ts';
import { useLanguage } from '../../state/language.ts';
import { changeRuleSettings } from '../../state/operations/assessPlan.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { FilePicker } from '../project/FilePicker.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { AsOfField } from './editor/AsOfField.tsx';
import { PayField } from './editor/PayField.tsx';
import { pickProfile } from './editor/pickProfile.ts';
import { problemText } from './editor/problemWords.ts';
import { openRuleDialog, openRuleEditor } from './editor/ruleDialog.ts';
import { useRuleSettings, type ProfileChoice } from './editor/useRuleSettings.ts';

export function RulesMenu() {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const [open, setOpen] = useState(false);
  const isPlanOpen = usePlan((mirror) => mirror.state !== null);
  const rules = useAssess((mirror) => mirror.state?.rules ?? null);
  const picker = useRef<HTMLInputElement>(null);
  if (!isPlanOpen) return null;
  const go = (then: () => void) => {
    setOpen(false);
    then();
  };
  return (
    <>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <button type="button" className="tool rules-button" title={t('rulesMenu.open')}>
            <span className="verb">{t('rulesMenu.label')}</span>
            <span className="ellipsis object">{rules?.title[language] ?? '—'}</span>
            {rules && rules.changes.length > 0 && <span className="chip changed">{t('rulesMenu.tried', { count: rules.changes.length })}</span>}
            <Icon name="chevronDown" small />
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="popover rules-menu" align="end" sideOffset={6} collisionPadding={8} aria-label={t('rulesMenu.label')}>
            <Settings onRemove={(profile) => { go(() => { openRuleDialog({ kind: 'remove', profile }); }); }} />
            <div className="rules-actions">
              <button type="button" className="button primary" disabled={!rules} onClick={() => { go(openRuleEditor); }}>{t('rulesMenu.edit')}</button>
              <button type="button" className="button" onClick={() => { picker.current?.click(); }}>{t('rulesMenu.import')}</button>
              <button type="button" className="button" disabled={!rules} onClick={() => { go(() => { openRuleDialog({ kind: 'export' }); }); }}>{t('rulesMenu.export')}</button>
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <FilePicker input={picker} label={t('rulesMenu.import')} accept=".json,application/json" onPick={([file]) => { if (file) go(() => { void pickProfile(file); }); }} />
    </>
  );
}

function Settings({ onRemove }: { onRemove: (profile: string) => void }) {
  const t = useTranslate();
  const { settings, choices } = useRuleSettings();
  const problems = useAssess((mirror) => mirror.problems);
  const none = useAssess((mirror) => mirror.state === null);
  const readOnly = useSaving((state) => state.otherTab !== null);
  const references = choices.filter(({ role }) => role === 'reference');
  const turn = (id: string, on: boolean) => { void changeRuleSettings({ references: on ? [...settings.references, id] : settings.references.filter((each) => each !== id) }); };
  return (
    <fieldset className="rules-settings" disabled={readOnly} title={readOnly ? t('plan.otherTab') : undefined}>
      {problems.length > 0 && (
        <div className="alarm" role="alert">
          <p>{t(none ? 'rulesMenu.none' : 'rulesMenu.unusable')}</p>
          <ul>{problems.map((problem, index) => <li key={index} className="note">{problemText(t, problem)}</li>)}</ul>
        </div>
      )}
      <h3 className="heading">{t('rulesMenu.profile')}</h3>
      <div role="radiogroup" aria-label={t('rulesMenu.profile')}>
        {choices.filter(({ role }) => role === 'profile').map((choice) => (
          <Choice key={choice.id} type="radio" choice={choice} checked={settings.profile === choice.id} onChange={() => { void changeRuleSettings({ profile: choice.id }); }} onRemove={onRemove} />
        ))}
      </div>
      {references.length > 0 && <h3 className="heading">{t('rulesMenu.references')}</h3>}
      {references.map((choice) => (
        <Choice key={choice.id} type="checkbox" choice={choice} checked={settings.references.includes(choice.id)} onChange={(on) => { turn(choice.id, on); }} onRemove={onRemove} />
      ))}
      <AsOfField asOf={settings.asOf} />
      <PayField yuan={settings.averagePayYuan} />
    </fieldset>
  );
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  choice: ProfileChoice;
  checked: boolean;
  onChange: (on: boolean) => void;
  onRemove: (profile: string) => void;
}

function Choice({ type, choice: { id, title, own }, checked, onChange, onRemove }: ChoiceProps) {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const name = title[language];
  return (
    <div className="rules-choice">
      <label>
        <input type={type} className={type} name={type === 'radio' ? 'rule-profile' : undefined} checked={checked} onChange={(event) => { onChange(event.target.checked); }} />
        <span className="ellipsis">{name}</span>
        {own && <span className="tag">{t('rulesMenu.own')}</span>}
      </label>
      {own && <button type="button" className="icon-button" aria-label={t('rulesMenu.remove', { title: name })} title={t('rulesMenu.dropOwn')} onClick={() => { onRemove(id); }}><Icon name="close" small /></button>}
    </div>
  );
}
