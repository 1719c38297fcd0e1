import type { CollectionDefinition } from '@pergola/api';
import { LoadFailure, useText } from '@pergola/plugin';
import { ApiIcon, Button, EmptyState, FieldsIcon, Page, PlusIcon, Skeleton } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useCollection } from '../collectionsQuery';
import { collectionsPath } from '../paths';
import { RecordDrawer } from '../records/RecordDrawer';
import { RecordTable } from '../records/RecordTable';
import { RecordTools } from '../records/RecordTools';
import { useTableView } from '../records/view';
import { useDefaultView } from '../records/views/useViewChoice';

export function RecordsPage() {
  const { t } = useTranslation();
  const { collection: name = '' } = useParams();
  const { collection, isPending, error, refetch } = useCollection(name);

  if (error && !collection) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) {
    return (
      <Page title={name}>
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
  return <Records key={collection.name} collection={collection} />;
}

function Records({ collection }: { collection: CollectionDefinition }) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [view, change] = useTableView();
  const isKnown = useDefaultView(collection.name);
  const title = text(collection.title) || collection.name;

  useEffect(() => {
    document.title = `${title} · Pergola`;
  }, [title]);

  return (
    <Page
      isFilled
      title={title}
      about={text(collection.description)}
      actions={
        <>
          <Button icon={<ApiIcon />} onClick={() => void navigate(`/admin/data/${collection.name}/api${search}`)}>
            {t('API')}
          </Button>
          <Button
            icon={<FieldsIcon />}
            onClick={() => void navigate(`${collectionsPath}/${collection.name}/fields`)}
          >
            {t('Fields')}
          </Button>
          <Button type="primary" icon={<PlusIcon />} onClick={() => change({ record: 'new', parent: null })}>
            {t('Add record')}
          </Button>
        </>
      }
    >
      <RecordTools collection={collection} view={view} onChange={change} />
      {isKnown ? <RecordTable collection={collection} view={view} onChange={change} /> : <Skeleton active />}
      {view.record !== null && (
        <RecordDrawer
          collection={collection}
          recordKey={view.record === 'new' ? null : view.record}
          parentKey={view.parent}
          onOpen={(record) => change({ record })}
          onClose={() => change({ record: null, parent: null })}
        />
      )}
    </Page>
  );
}
