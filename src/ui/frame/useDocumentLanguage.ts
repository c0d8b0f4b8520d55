/** Keeps the document's language and title with the page's. */
import { useEffect } from 'react';
import { useLanguage } from '../../state/language.ts';
import { useProjectName } from '../words/projectName.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function useDocumentLanguage(): void {
  const t = useTranslate();
  const language = useLanguage((state) => state.language);
  const project = useProjectName();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${t('app.name')} · ${project}`;
  }, [t, language, project]);
}
