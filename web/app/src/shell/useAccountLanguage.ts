import { isLanguage, useCurrentUser } from '@pergola/plugin';
import { useEffect } from 'react';
import { chooseLanguage, hasChosenLanguage } from '../language';

/** On a device where nobody has chosen a language, it is that of the account. */
export function useAccountLanguage(): void {
  const language = useCurrentUser()?.appLang;
  useEffect(() => {
    if (isLanguage(language) && !hasChosenLanguage()) {
      void chooseLanguage(language);
    }
  }, [language]);
}
