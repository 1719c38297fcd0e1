import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { useDebounced } from '@pergola/plugin';
import { Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './check.module.css';
import { keyOfCollection, titleOfCollection, useRecordNamed, useRecordsFound } from './checkQueries';

interface RecordPickerProps {
  id: string;
  collection: CollectionDefinition;
  /** Key of the chosen one; empty for none. */
  value: string;
  onChange: (key: string) => void;
}

const pause = 250;

export function RecordPicker({ id, collection, value, onChange }: RecordPickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const key = keyOfCollection(collection) ?? 'id';
  const title = titleOfCollection(collection);
  const { data, isFetching, isError } = useRecordsFound(collection, useDebounced(search.trim(), pause), isOpen);
  const { data: named } = useRecordNamed(collection, value);
  const labelOf = (record: RecordValues | null | undefined, fallback: string) => {
    const label = record?.[title];
    return typeof label === 'string' || typeof label === 'number' ? String(label) || fallback : fallback;
  };
  return (
    <Select<{ value: string; label: string } | null>
      id={id}
      labelInValue
      allowClear
      className={styles['select'] ?? ''}
      placeholder={t('Any record')}
      loading={isOpen && isFetching}
      value={value ? { value, label: labelOf(named, value) } : null}
      showSearch={{ filterOption: false, searchValue: search, onSearch: setSearch }}
      notFoundContent={
        isError ? t('Records could not be loaded') : isFetching ? t('Loading') : t('No record has this title')
      }
      options={(data ?? []).map((record) => ({
        value: String(record[key]),
        label: labelOf(record, String(record[key])),
      }))}
      onOpenChange={setIsOpen}
      onChange={(choice) => {
        setSearch('');
        onChange(choice?.value ?? '');
      }}
    />
  );
}
