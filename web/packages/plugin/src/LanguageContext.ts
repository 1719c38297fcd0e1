import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from './ApiContext';
import type { Language } from './languages';
import { useNotices } from './notices';

/** Speaks another language from now on. */
export const LanguageContext = createContext<(language: Language) => Promise<void>>(() => Promise.resolve());

/** Chooses a language here at once, and for the account, so that other devices know it. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const { t } = useTranslation();
  const speak = useContext(LanguageContext);
  const api = useApi();
  const notices = useNotices();
  return async (language) => {
    await speak(language);
    try {
      await api.post('users:updateLang', { appLang: language });
    } catch (error) {
      notices.failed(t('The language is not saved for your other devices'), error);
    }
  };
}
