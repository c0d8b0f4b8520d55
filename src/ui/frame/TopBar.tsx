/** Name of the product, of the project, language and help. */
import { useCheck } from '../../state/check.ts';
import { setLanguage, useLanguage } from '../../state/language.ts';
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { Logo } from '../symbols/Logo.tsx';
import { Tip } from '../controls/Tip.tsx';
import { ScenarioBar } from '../plan/ScenarioBar.tsx';
import { UndoButtons } from '../plan/UndoButtons.tsx';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function TopBar() {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const project = useProjectName();
  return (
    <header className="top">
      <span className="brand"><Logo />{t('app.name')}</span>
      <span className="separator" />
      <h1 className="project ellipsis">{project}</h1>
      <Saved />
      <ScenarioBar />
      <UndoButtons />
      <span className="grow" />
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

/** Whether decisions are kept on this computer. */
function Saved() {
  const t = useTranslate();
  const loaded = useSession((state) => state.loaded !== null);
  const decided = useCheck((state) => state.acceptances.length > 0 || state.signature !== null);
  const unsaved = useCheck((state) => state.unsaved);
  if (!loaded || !decided) return null;
  return (
    <span className={unsaved ? 'saved alarm' : 'saved'} role="status">
      <Icon name={unsaved ? 'warning' : 'save'} small />{t(unsaved ? 'frame.unsaved' : 'frame.saved')}
    </span>
  );
}
