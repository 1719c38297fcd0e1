import { fullNameOf, useDebounced } from '@pergola/plugin';
import { Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './check.module.css';
import { usePeopleFound, usePerson } from './checkQueries';

interface PersonPickerProps {
  id: string;
  /** Key of the chosen one; empty for nobody. */
  value: string;
  /** Only people with this role are offered; empty for all. */
  role: string;
  onChange: (key: string) => void;
}

const pause = 250;

export function PersonPicker({ id, value, role, onChange }: PersonPickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { data, isFetching, isError } = usePeopleFound(role, useDebounced(search.trim(), pause), isOpen);
  const { data: named } = usePerson(value);
  const person = named ?? data?.find((user) => String(user.id) === value);
  return (
    <Select<{ value: string; label: string } | null>
      id={id}
      labelInValue
      className={styles['select'] ?? ''}
      placeholder={t('Search for a name')}
      loading={isOpen && isFetching}
      value={value ? { value, label: person ? fullNameOf(person) : value } : null}
      showSearch={{ filterOption: false, searchValue: search, onSearch: setSearch }}
      notFoundContent={isError ? t('People could not be loaded') : isFetching ? t('Loading') : t('Nobody has this name')}
      options={(data ?? []).map((user) => ({
        value: String(user.id),
        label: fullNameOf(user),
      }))}
      onOpenChange={setIsOpen}
      onChange={(choice) => {
        setSearch('');
        onChange(choice?.value ?? '');
      }}
    />
  );
}
