import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import type { ConditionGroup } from '@pergola/filter';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWireFilter } from '../filter/useWireFilter';

/** Selects what meets the conditions on all pages, and not only on the one that is seen. */
export function useSelectAll(
  collection: CollectionDefinition,
  conditions: ConditionGroup,
  onSelect: (keys: string[]) => void,
) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const filter = useWireFilter(collection, conditions);
  const key = keyFieldOf(collection);
  return useMutation({
    mutationFn: async () => {
      const params = { filter, fields: [key], paginate: false };
      return (await api.get<RecordValues[]>(`${collection.name}:list`, { params })).data;
    },
    onSuccess: (records) => onSelect(records.map((record) => String(record[key]))),
    onError: (error) => notices.failed(t('The records were not selected'), error),
  });
}
