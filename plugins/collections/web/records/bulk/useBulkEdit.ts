import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { toWire } from '@pergola/fields';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readFormer, updateRecords, type Former } from './updateRecords';

interface Change {
  values: RecordValues;
  fields: FieldDefinition[];
}

export function useBulkEdit(collection: CollectionDefinition, keys: string[], onDone: () => void) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries({ queryKey: ['records'] });

  const undo = useMutation({
    mutationFn: async (formers: Former[]) => {
      for (const former of formers) {
        await updateRecords(api, collection, former.keys, former.values);
      }
    },
    onSuccess: () => notices.done(t('The records are as they were')),
    onError: (error) => notices.failed(t('The records were not saved'), error),
    onSettled: readAgain,
  });

  return useMutation({
    mutationFn: async ({ values, fields }: Change) => {
      const formers = await readFormer(api, collection, keys, fields);
      return { formers, count: await updateRecords(api, collection, keys, toWire(values, fields)) };
    },
    onSuccess: ({ formers, count }) => {
      notices.done(t('{count} changed', { count }), { label: t('Undo'), run: () => undo.mutate(formers) });
      onDone();
    },
    onError: (error) => notices.failed(t('The records were not saved'), error),
    onSettled: readAgain,
  });
}
