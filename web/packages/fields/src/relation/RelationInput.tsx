import type { RecordValues } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { Select, Spin } from '@pergola/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../fieldInterface';
import styles from '../views.module.css';
import { isToMany, keyOf, labelOf, textOf } from './relationField';

const pageSize = 40;

/** Picks records of the other collection by a part of their title. */
export function RelationInput({ field, id, value, onChange, disabled, isInline = false }: InputProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(isInline);
  const found = useFound(field, useDeferredValue(text), isOpen);
  const key = keyOf(field);
  const chosen = useMemo(() => (Array.isArray(value) ? value : value ? [value] : []) as RecordValues[], [value]);
  const records = useMemo(() => {
    const all = new Map<string, RecordValues>();
    for (const record of [...chosen, ...(found.data ?? [])]) {
      all.set(String(record[key]), { ...all.get(String(record[key])), ...record });
    }
    return all;
  }, [chosen, found.data, key]);

  const pick = (keys: string | string[] | undefined) => {
    const picked = [keys ?? []].flat().flatMap((item) => records.get(item) ?? []);
    onChange?.(isToMany(field) ? picked : (picked[0] ?? null));
  };
  const keys = chosen.map((record) => String(record[key]));

  return (
    <Select<string | string[]>
      {...(id && { id })}
      {...(isToMany(field) && { mode: 'multiple' as const })}
      className={styles['wide'] ?? ''}
      allowClear
      autoFocus={isInline}
      defaultOpen={isInline}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      placeholder={t('Choose')}
      options={[...records].map(([item, record]) => ({ value: item, label: textOf(field, record) }))}
      value={isToMany(field) ? keys : (keys[0] ?? (undefined as unknown as string))}
      disabled={disabled ?? false}
      onOpenChange={setIsOpen}
      notFoundContent={found.isFetching ? <Spin size="small" /> : t('Nothing has this name.')}
      onChange={pick}
    />
  );
}

function useFound(field: InputProps['field'], text: string, isOpen: boolean) {
  const api = useApi();
  const label = labelOf(field);
  return useQuery({
    queryKey: ['records', field.target, 'choose', label, text],
    enabled: isOpen,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const filter = text ? { [label]: { $includes: text } } : undefined;
      const params = { page: 1, pageSize, sort: [label], filter };
      return (await api.get<RecordValues[]>(`${field.target}:list`, { params, signal })).data;
    },
  });
}
