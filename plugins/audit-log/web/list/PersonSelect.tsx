import { nameOf, useDebounced } from '@pergola/plugin';
import { Select } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../queries';

interface PersonSelectProps {
  /** Key of a user. */
  value: string | null;
  onChange: (user: string | null) => void;
}

const pause = 250;

/** Whose doings are looked at. Those who may not see the users are not asked. */
export function PersonSelect({ value, onChange }: PersonSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { data, error, isFetching } = usePeople(useDebounced(typed, pause), value);
  if (error && !data) {
    return null;
  }
  return (
    <Select
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      placeholder={t('Anybody')}
      aria-label={t('Person')}
      value={value}
      options={(data ?? []).map((user) => ({ value: String(user.id), label: nameOf(user) }))}
      onChange={(user: string | null) => onChange(user ?? null)}
    />
  );
}
