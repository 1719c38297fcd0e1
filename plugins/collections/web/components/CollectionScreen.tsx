import type { CollectionDefinition } from '@pergola/api';
import { LoadFailure } from '@pergola/plugin';
import { EmptyState, Page, Skeleton } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCollection } from '../collectionsQuery';

/** A page about the collection its address names; says when that is loading, out of reach or not there. */
export function CollectionScreen({ children }: { children: (collection: CollectionDefinition) => ReactNode }) {
  const { t } = useTranslation();
  const { collection: name = '' } = useParams();
  const { collection, isPending, error, refetch } = useCollection(name);

  if (collection) {
    return children(collection);
  }
  if (isPending) {
    return (
      <Page title={name}>
        <Skeleton active />
      </Page>
    );
  }
  if (error) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <EmptyState
      isPage
      title={t('There is no collection {name}', { name })}
      action={<Link to="/admin">{t('Go to the start')}</Link>}
    />
  );
}
