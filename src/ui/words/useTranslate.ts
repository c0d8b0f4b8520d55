/** The translator of the page's language; a component that uses it is drawn anew at a switch. */
import { useMemo } from 'react';
import { translator, type Translate } from '../../i18n/index.ts';
import { useLanguage } from '../../state/language.ts';

export function useTranslate(): Translate {
  const language = useLanguage((state) => state.language);
  return useMemo(() => translator(language), [language]);
}
