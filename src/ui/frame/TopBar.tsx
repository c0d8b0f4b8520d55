/** Name of the product; the project, whether it is saved, its scenarios, undo; language and help. */
import { setLanguage, useLanguage } from '../../state/language.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { Logo } from '../symbols/Logo.tsx';
import { Tip } from '../controls/Tip.tsx';
import { ScenarioBar } from '../plan/ScenarioBar.tsx';
import { UndoButtons } from '../plan/UndoButtons.tsx';
import { ProjectMenu } from '../project/ProjectMenu.tsx';
import { SavedState } from '../project/SavedState.tsx';
import { RulesMenu } from '../rules/RulesMenu.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function TopBar() {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  return (
    <header className="top">
      <span className="brand"><Logo />{t('app.name')}</span>
      <span className="separator" />
      <ProjectMenu />
      <SavedState />
      <ScenarioBar />
      <UndoButtons />
      <span className="grow" />
      <RulesMenu />
      <Tip text={t('frame.switchLanguage')} side="bottom">
        <button type="button" className="language" aria-label={t('frame.switchLanguage')} onClick={() => { setLanguage(language === 'zh' ? 'en' : 'zh'); }}>
          <span className={language === 'zh' ? 'on' : undefined}>中</span>
          <span>/</span>
          <span className={language === 'en' ? 'on' : undefined}>EN</span>
        </button>
      </Tip>
      <Tip text={`${t('help.title')} ?`} side="bottom">
        <button type="button" className="tool" aria-label={t('help.title')} onClick={() => { useView.setState({ helpOpen: true }); }}><Icon name="help" /></button>
      </Tip>
    </header>
  );
}
