import { useSyncExternalStore } from 'react';
import { getI18n } from 'react-i18next';

const subscribe = (listener: () => void) => {
  getI18n().on('languageChanged', listener);
  return () => getI18n().off('languageChanged', listener);
};
const current = () => getI18n().language;

/** The reader's language alone; for what stands in every cell of a table, where a translator each would be felt. */
export const useLanguage = (): string => useSyncExternalStore(subscribe, current);
