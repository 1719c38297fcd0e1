import { createContext, useContext } from 'react';
import { useApi } from './ApiContext';
import type { Language } from './languages';

/** Speaks another language from now on. */
export const LanguageContext = createContext<(language: Language) => Promise<void>>(() => Promise.resolve());

/** Chooses a language here at once, and for the account, so that other devices know it. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const speak = useContext(LanguageContext);
  const api = useApi();
  return async (language) => {
    await speak(language);
    await api.post('users:updateLang', { appLang: language });
  };
}
