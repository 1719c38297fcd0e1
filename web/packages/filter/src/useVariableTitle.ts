import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterVariable } from './variables';

/** What a variable is called where it stands alone; its text is the end of a sentence. */
export function useVariableTitle(): (variable: FilterVariable) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ title }) => {
      const text = t(title);
      return text.charAt(0).toLocaleUpperCase(i18n.language) + text.slice(1);
    },
    [t, i18n.language],
  );
}
