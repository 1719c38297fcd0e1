import type { CollectionDefinition, Envelope, RecordValues } from '@pergola/api';
import { keyFieldOf } from '@pergola/fields';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { recordsKey } from './useRecords';

/** The keys of the records before and after this one in the table behind. */
export function useSiblings(collection: CollectionDefinition, key: string | null) {
  const cache = useQueryClient().getQueryCache();
  const list = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => {
      const shown = cache.findAll({ queryKey: [...recordsKey(collection.name), 'list'], type: 'active' });
      const latest = shown.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)[0];
      return latest?.state.data as Envelope<RecordValues[]> | undefined;
    },
  );
  const name = keyFieldOf(collection);
  const rows = list?.data ?? [];
  const at = rows.findIndex((row) => String(row[name]) === key);
  const keyAt = (index: number) => (at < 0 || !rows[index] ? null : String(rows[index][name]));
  return { previous: keyAt(at - 1), next: keyAt(at + 1) };
}
