import { EmptyState } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <EmptyState isPage title={t('There is nothing at this address')} action={<Link to="/admin">{t('Go to the start')}</Link>}>
      {t('The page may have been moved or deleted.')}
    </EmptyState>
  );
}
