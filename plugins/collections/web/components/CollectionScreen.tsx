import type { CollectionDefinition } from '@pergola/api';
import { LoadFailure, useText } from '@pergola/plugin';
import { EmptyState, Page, Skeleton } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCollections, useOpenCollections } from '../collectionsQuery';

interface CollectionScreenProps {
  children: (collection: CollectionDefinition) => ReactNode;
}

interface Found {
  collections: CollectionDefinition[];
  isPending: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
}

/** A page about the design of the collection its address names. */
export const DesignScreen = (props: CollectionScreenProps) => <Screen {...props} found={useCollections()} />;

/** A page about the records of the collection its address names, as far as whoever is signed in may see them. */
export const RecordsScreen = (props: CollectionScreenProps) => <Screen {...props} found={useOpenCollections()} />;

/** Says when the collection is loading, out of reach or not there. */
function Screen({ found, children }: CollectionScreenProps & { found: Found }) {
  const { t } = useTranslation();
  const text = useText();
  const { collection: name = '' } = useParams();
  const { collections: all } = useCollections();
  const { collections, isPending, error, refetch } = found;
  const collection = collections.find((one) => one.name === name);
  const closed = all.find((one) => one.name === name);

  if (collection) {
    return children(collection);
  }
  if (error) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) {
    return (
      <Page title={text(closed?.title) || name}>
        <Skeleton active />
      </Page>
    );
  }
  return closed ? (
    <EmptyState
      isPage
      title={t('{title} is not open to you', { title: text(closed.title) || name })}
      action={<Link to="/admin">{t('Go to the start')}</Link>}
    >
      {t('Your role does not let you see these records. Ask an administrator if you need them.')}
    </EmptyState>
  ) : (
    <EmptyState
      isPage
      title={t('There is no collection {name}', { name })}
      action={<Link to="/admin">{t('Go to the start')}</Link>}
    />
  );
}
