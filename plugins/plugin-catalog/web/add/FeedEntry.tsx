import { Button, Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVersions, type FeedPackage } from '../queries';
import styles from './add.module.css';

interface FeedEntryProps {
  entry: FeedPackage;
  /** The version that is here. */
  installed: string | undefined;
  isBusy: boolean;
  isWaiting: boolean;
  onTake: (version: string) => void;
}

/** A package of the feed; its versions are asked for when somebody wants to choose. */
export function FeedEntry({ entry, installed, isBusy, isWaiting, onTake }: FeedEntryProps) {
  const { t } = useTranslation();
  const [version, setVersion] = useState(entry.version);
  const [isOpen, setIsOpen] = useState(false);
  const versions = useVersions(entry.packageName, isOpen);
  const title = entry.title || entry.packageName;
  return (
    <li className={styles['package']}>
      <strong>{title}</strong>
      {entry.description && <p>{entry.description}</p>}
      <span className={styles['quiet']}>
        {[entry.packageName, entry.authors, installed && t('{version} is installed', { version: installed })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <div className={styles['row']}>
        <Select
          className={styles['version'] ?? ''}
          aria-label={t('Version of {name}', { name: title })}
          value={version}
          loading={versions.isFetching}
          status={versions.error ? 'error' : ''}
          options={(versions.data ?? [version]).map((value) => ({ value, label: value }))}
          onOpenChange={setIsOpen}
          onChange={setVersion}
        />
        <Button
          loading={isBusy}
          disabled={isWaiting || version === installed}
          aria-label={installed ? t('Update {name}', { name: title }) : t('Add {name}', { name: title })}
          onClick={() => onTake(version)}
        >
          {installed ? t('Update') : t('Add')}
        </Button>
      </div>
    </li>
  );
}
