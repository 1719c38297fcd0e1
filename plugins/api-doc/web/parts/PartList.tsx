import { EmptyState, Input, SearchIcon } from '@pergola/ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { find, type Part } from '../model/parts';
import { PartEntry } from './PartEntry';
import styles from './parts.module.css';

interface PartListProps {
  parts: readonly Part[];
  resource: string | null;
  action: string | null;
  onChoose: (resource: string, action: string) => void;
}

/** Everything there is to call: the collections people made, and what comes with the app. */
export function PartList({ parts, resource, action, onChoose }: PartListProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const settled = useDeferredValue(search);
  const found = useMemo(() => find(parts, settled), [parts, settled]);
  const groups = [
    { title: t('Your collections'), entries: found.filter(({ part }) => part.plugin === null) },
    { title: t('Part of the app'), entries: found.filter(({ part }) => part.plugin !== null) },
  ].filter(({ entries }) => entries.length > 0);
  const isSearching = settled.trim() !== '';
  return (
    <nav className={styles['list']} aria-label={t('Collections and actions')}>
      <Input
        allowClear
        prefix={<SearchIcon />}
        aria-label={t('Search collections and actions')}
        placeholder={t('Search collections and actions')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className={styles['scrolled']}>
        {groups.map(({ title, entries }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {entries.map((one) => (
                <PartEntry
                  key={one.part.resource}
                  found={one}
                  isOpen={one.part.resource === resource}
                  isSearching={isSearching}
                  action={one.part.resource === resource ? action : null}
                  onChoose={onChoose}
                />
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && (
          <EmptyState title={t('Nothing is called so')}>{t('Look for less, or for another word.')}</EmptyState>
        )}
      </div>
    </nav>
  );
}
