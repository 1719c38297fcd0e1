import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a part of the app is called; plugins go by their names. */
export function useModuleTitle(): (name: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (name) => {
      const titles: Record<string, string> = {
        platform: t('Messages of the server'),
        client: t('The shell'),
        'lm-collections': t('Collections and titles'),
        'lm-desktop-routes': t('Pages in the menu'),
      };
      return titles[name] ?? name;
    },
    [t],
  );
}
