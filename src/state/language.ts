/** The language of the page, remembered where the browser lets us. */
import { create } from 'zustand';
import type { Language } from '../i18n/index.ts';

const STORAGE_KEY = 'sizhi.language';

export const useLanguage = create<{ language: Language }>()(() => ({ language: remembered() }));

export function setLanguage(language: Language): void {
  useLanguage.setState({ language });
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function remembered(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}
