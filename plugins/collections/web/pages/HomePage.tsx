import { useCurrentUser, useText } from '@pergola/plugin';
import { Card, Page, Skeleton, TableIcon } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCollections, visibleFields } from '../collectionsQuery';
import { LoadFailure } from '../components/LoadFailure';
import { Welcome } from '../components/Welcome';
import styles from './HomePage.module.css';

export function HomePage() {
  const { t } = useTranslation();
  const text = useText();
  const user = useCurrentUser();
  const { collections, isPending, error, refetch } = useCollections();

  useEffect(() => {
    document.title = 'Pergola';
  }, []);

  if (error && collections.length === 0) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) {
    return (
      <Page title={t('Start')}>
        <Skeleton active />
      </Page>
    );
  }
  if (collections.length === 0) {
    return <Welcome name={user?.nickname ?? ''} />;
  }

  return (
    <Page title={t('Start')} about={t('Your collections. Choose one to see and edit its records.')}>
      <div className={styles['grid']}>
        {collections.map((collection) => (
          <Link key={collection.name} to={`/admin/data/${collection.name}`} className={styles['tile'] ?? ''}>
            <Card>
              <span className={styles['head']}>
                <TableIcon />
                <strong>{text(collection.title) || collection.name}</strong>
              </span>
              <p>{collection.description || t('{count} fields', { count: visibleFields(collection).length })}</p>
            </Card>
          </Link>
        ))}
      </div>
    </Page>
  );
}
