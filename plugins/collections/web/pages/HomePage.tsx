import type { CollectionDefinition } from '@pergola/api';
import { visibleFields } from '@pergola/fields';
import { LoadFailure, mayOpen, useCurrentUser, usePageTitle, useRights, useText } from '@pergola/plugin';
import { Card, EmptyState, Page, Skeleton, TableIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isSystem, useOpenCollections } from '../collectionsQuery';
import { Welcome } from '../components/Welcome';
import { examplePath, isExample } from '../example/names';
import { designerSnippet } from '../paths';
import styles from './HomePage.module.css';

export function HomePage() {
  const { t } = useTranslation();
  const user = useCurrentUser();
  const isDesigner = mayOpen(useRights(), designerSnippet);
  const { collections, isPending, error, refetch } = useOpenCollections();
  const own = collections.filter((collection) => !isSystem(collection));
  const system = collections.filter(isSystem);

  usePageTitle();

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
  if (collections.length === 0 && !isDesigner) {
    return (
      <EmptyState isPage title={t('Nothing is here for you yet')}>
        {t('Your role opens no data to you. Ask an administrator if that should be different.')}
      </EmptyState>
    );
  }
  if (own.length === 0 && isDesigner) {
    return <Welcome name={user?.nickname ?? ''} />;
  }

  return (
    <Page title={t('Start')} about={t('Your collections. Choose one to see and edit its records.')}>
      <Tiles collections={own} />
      {isDesigner && own.some(isExample) && (
        <p className={styles['hint']}>
          {t('The shop is example data.')} <Link to={examplePath}>{t('Go on loading it, or remove it')}</Link>
        </p>
      )}
      {system.length > 0 && (
        <section className={styles['system']} aria-labelledby="system-collections">
          <h2 id="system-collections">{t('Kept by the system')}</h2>
          <SystemLinks collections={system} />
        </section>
      )}
    </Page>
  );
}

function Tiles({ collections }: { collections: CollectionDefinition[] }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className={styles['grid']}>
      {collections.map((collection) => (
        <Link key={collection.name} to={`/admin/data/${collection.name}`} className={styles['tile'] ?? ''}>
          <Card>
            <span className={styles['head']}>
              <TableIcon aria-hidden />
              <strong>{text(collection.title) || collection.name}</strong>
            </span>
            <p>{text(collection.description) || t('{count} fields', { count: visibleFields(collection).length })}</p>
          </Card>
        </Link>
      ))}
    </div>
  );
}

function SystemLinks({ collections }: { collections: CollectionDefinition[] }) {
  const text = useText();
  return (
    <ul>
      {collections.map((collection) => (
        <li key={collection.name}>
          <Link to={`/admin/data/${collection.name}`}>{text(collection.title) || collection.name}</Link>
        </li>
      ))}
    </ul>
  );
}
