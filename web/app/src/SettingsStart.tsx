import { useRights } from '@pergola/plugin';
import { EmptyState } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useMenu } from './shell/useMenu';

/** The first of the settings that somebody may open. */
export function SettingsStart() {
  const { t } = useTranslation();
  const rights = useRights();
  const [first] = useMenu('settings');
  if (first) {
    return <Navigate to={first.path} replace />;
  }
  return rights ? (
    <EmptyState isPage title={t('There are no settings for you')}>
      {t('Your role has none. Ask somebody who manages roles if you need one.')}
    </EmptyState>
  ) : null;
}
