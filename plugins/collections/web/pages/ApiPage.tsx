import type { CollectionDefinition, RecordKey } from '@pergola/api';
import { LoadFailure, useText } from '@pergola/plugin';
import { BackIcon, Button, EmptyState, Input, Page, Skeleton } from '@pergola/ui';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import styles from '../api/api.module.css';
import { RequestList } from '../api/RequestList';
import { requestGroups } from '../api/requests';
import { TokenNote } from '../api/TokenNote';
import { useSampleKey } from '../api/useSampleKey';
import { useCollection } from '../collectionsQuery';
import { useWireFilter } from '../records/filter/useWireFilter';
import { useTableView } from '../records/view';

export function ApiPage() {
  const { t } = useTranslation();
  const { collection: name = '' } = useParams();
  const { collection, isPending, error, refetch } = useCollection(name);
  const sample = useSampleKey(collection);

  if (error && !collection) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (isPending || sample.isLoading) {
    return (
      <Page title={t('API')}>
        <Skeleton active />
      </Page>
    );
  }
  if (!collection) {
    return (
      <EmptyState
        title={t('There is no collection {name}', { name })}
        action={<Link to="/admin">{t('Go to the start')}</Link>}
      />
    );
  }
  return <Requests key={collection.name} collection={collection} sampleKey={sample.data ?? null} />;
}

function Requests({ collection, sampleKey }: { collection: CollectionDefinition; sampleKey: RecordKey | null }) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [view] = useTableView();
  const [key, setKey] = useState(() => String(sampleKey ?? 1));
  const filter = useWireFilter(collection, view.conditions);
  const groups = useMemo(() => requestGroups(collection, view, filter, key), [collection, view, filter, key]);
  const title = text(collection.title) || collection.name;

  useEffect(() => {
    document.title = `${t('API')} · ${title} · Pergola`;
  }, [t, title]);

  return (
    <Page
      title={t('API of {title}', { title })}
      about={t('The requests that do what the screen does. The list is the one you came from, with its filter, order and columns.')}
      actions={
        <Button icon={<BackIcon />} onClick={() => void navigate(`/admin/data/${collection.name}${search}`)}>
          {t('Records')}
        </Button>
      }
    >
      <TokenNote />
      <div className={styles['top']}>
        <label htmlFor={`${id}-key`}>{t('Key of the record in the requests below')}</label>
        <Input
          id={`${id}-key`}
          className={styles['key'] ?? ''}
          spellCheck={false}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
      </div>
      {groups.map(({ field, requests }) => (
        <RequestList
          key={field?.name ?? ''}
          title={field ? text(field.uiSchema?.title) || field.name : t('Records')}
          requests={requests}
          {...(field === undefined && { open: 'list' })}
        />
      ))}
    </Page>
  );
}
