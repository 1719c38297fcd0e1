import type { CollectionDefinition, RecordKey } from '@pergola/api';
import { usePageTitle, useText } from '@pergola/plugin';
import { Input, Page, Skeleton } from '@pergola/ui';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import styles from '../api/api.module.css';
import { RequestList } from '../api/RequestList';
import { requestGroups } from '../api/requests';
import { TokenNote } from '../api/TokenNote';
import { useSampleKey } from '../api/useSampleKey';
import { RecordsScreen } from '../components/CollectionScreen';
import { recordsPath } from '../paths';
import { useWireFilter } from '../records/filter/useWireFilter';
import { useTableView } from '../records/view';

export function ApiPage() {
  return <RecordsScreen>{(collection) => <Sampled collection={collection} />}</RecordsScreen>;
}

/** The requests name a record that exists. */
function Sampled({ collection }: { collection: CollectionDefinition }) {
  const { t } = useTranslation();
  const sample = useSampleKey(collection);
  if (sample.isLoading) {
    return (
      <Page title={t('API')}>
        <Skeleton active />
      </Page>
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

  usePageTitle(`${t('API')} · ${title}`);

  return (
    <Page
      back={{
        label: t('Back to the records'),
        onClick: () => void navigate(`${recordsPath(collection.name)}${search}`),
      }}
      title={t('API of {title}', { title })}
      about={t('The requests that do what the screen does. The list is the one you came from, with its filter, order and columns.')}
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
