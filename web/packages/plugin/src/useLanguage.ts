import type { i18n } from 'i18next';
import { useSyncExternalStore } from 'react';
import { getI18n } from 'react-i18next';

/** Absent where a part is shown without the app around it. */
const translator = (): i18n | undefined => getI18n();

const subscribe = (listener: () => void) => {
  translator()?.on('languageChanged', listener);
  return () => translator()?.off('languageChanged', listener);
};
const current = () => translator()?.language ?? 'en-US';

/** The reader's language alone; for what stands in every cell of a table, where a translator each would be felt. */
export const useLanguage = (): string => useSyncExternalStore(subscribe, current);
