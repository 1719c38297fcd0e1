import type { CollectionDefinition } from '@pergola/api';
import { LoadFailure, useReturnFocus, useText } from '@pergola/plugin';
import { Alert, Button, Drawer, EmptyState, Skeleton } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../model/useWords';
import { pageSize, useEntries } from '../queries';
import { HistoryEntry } from './HistoryEntry';
import styles from './history.module.css';

interface HistoryDrawerProps {
  collection: CollectionDefinition;
  recordKey: string;
  onClose: () => void;
}

/** What was done to one record, newest first. */
export function HistoryDrawer({ collection, recordKey, onClose }: HistoryDrawerProps) {
  const { t } = useTranslation();
  const text = useText();
  const words = useWords();
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = useEntries({ resource: collection.name, recordKey }, page, null);
  useReturnFocus();
  const title = text(collection.title) || collection.name;
  const isLast = !data || data.count <= page * pageSize;
  return (
    <Drawer open size={560} title={t('History of {title} {key}', { title, key: recordKey })} onClose={onClose}>
      {collection['logging'] !== true && (
        <Alert
          className={styles['hint'] ?? ''}
          type="info"
          showIcon
          title={t('Who and when, but not what')}
          description={t('Values are kept once the collection has "Record before and after values" switched on in its settings.')}
        />
      )}
      {error && !data && <LoadFailure error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton active />}
      {data?.count === 0 && (
        <EmptyState title={t('Nothing is known of it')}>
          {t('It has not been changed since the log began, or that is longer ago than the log is kept.')}
        </EmptyState>
      )}
      <ol className={styles['entries']} aria-label={t('History')}>
        {data?.entries.map((entry) => (
          <HistoryEntry key={entry.id} entry={entry} words={words} />
        ))}
      </ol>
      {data && data.count > pageSize && (
        <div className={styles['pages']}>
          <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t('Newer')}
          </Button>
          <Button disabled={isLast} onClick={() => setPage(page + 1)}>
            {t('Older')}
          </Button>
        </div>
      )}
    </Drawer>
  );
}
