import { LoadFailure, useDebounced } from '@pergola/plugin';
import { Input, SearchIcon, Skeleton } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedPlugin } from '../model/plugin';
import { useFeed } from '../queries';
import styles from './add.module.css';
import { FeedEntry } from './FeedEntry';

interface FeedListProps {
  plugins: readonly ListedPlugin[];
  /** Only the package of this plugin is wanted. */
  updating: ListedPlugin | null;
  busy: string | null;
  onTake: (packageName: string, version: string, isUpdate: boolean) => void;
}

const pause = 300;

/** Packages of the feed that the operator has set. */
export function FeedList({ plugins, updating, busy, onTake }: FeedListProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(updating?.packageName ?? '');
  const { data, error, isPending, refetch } = useFeed(useDebounced(typed, pause));
  const installed = (id: string) =>
    plugins.find((plugin) => plugin.removable && plugin.packageName.toLowerCase() === id.toLowerCase())?.version;

  if (error && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) {
    return <Skeleton active />;
  }
  if (!data.isThere) {
    return (
      <p className={styles['quiet']}>
        {t('There is no package feed. Whoever runs this server can set one with NOCOBASE_PKG_URL.')}
      </p>
    );
  }
  return (
    <>
      <Input
        prefix={<SearchIcon />}
        allowClear
        maxLength={200}
        placeholder={t('Search the feed')}
        aria-label={t('Search the feed')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {data.packages.length === 0 ? (
        <p className={styles['quiet']}>{t('The feed has no such package.')}</p>
      ) : (
        <ul className={styles['list']} aria-label={t('From the feed')}>
          {data.packages.map((entry) => (
            <FeedEntry
              key={`${entry.packageName} ${entry.version}`}
              entry={entry}
              installed={installed(entry.packageName)}
              isBusy={busy === entry.packageName}
              isWaiting={busy !== null && busy !== entry.packageName}
              onTake={(version) => onTake(entry.packageName, version, installed(entry.packageName) !== undefined)}
            />
          ))}
        </ul>
      )}
    </>
  );
}
