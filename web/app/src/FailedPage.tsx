import { EmptyState, PlainButton } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

/** A page that could not be shown; the rest of the client stays as it is. */
export function FailedPage() {
  const { t } = useTranslation();
  return (
    <EmptyState
      isPage
      title={t('This page could not be shown')}
      action={
        <PlainButton onClick={() => window.location.reload()}>
          {t('Reload')}
        </PlainButton>
      }
    >
      {t('What you saved is safe. If it happens again after reloading, tell the person who runs this server.')}
    </EmptyState>
  );
}
