import type { CollectionDefinition } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chunksOf } from './keyChunks';

const patience = 10_000;

interface Pending {
  keys: string[];
  timer: ReturnType<typeof setTimeout>;
}

/**
 * Deletes after a while in which it can be taken back. Until then nothing has happened to the records or to what they
 * are linked with, so that undoing restores everything. Leaving the page deletes at once.
 */
export function useDelete(collection: CollectionDefinition) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Set<Pending>());

  const show = useCallback((keys: readonly string[]) => {
    setHidden((now) => new Set([...now].filter((key) => !keys.includes(key))));
  }, []);

  const finish = useCallback(
    async (pending: Pending) => {
      clearTimeout(pending.timer);
      waiting.current.delete(pending);
      try {
        // All at once: a page that goes away waits for no answer.
        const requests = chunksOf(pending.keys).map((filterByTk) =>
          api.post(`${collection.name}:destroy`, undefined, { params: { filterByTk }, keepAlive: true }),
        );
        await Promise.all(requests);
        await queries.invalidateQueries({ queryKey: ['records'] });
      } catch (error) {
        notices.failed(t('The records were not deleted'), error);
      } finally {
        show(pending.keys);
      }
    },
    [api, collection.name, notices, queries, show, t],
  );

  const remove = (keys: string[]) => {
    const pending: Pending = { keys, timer: setTimeout(() => void finish(pending), patience) };
    waiting.current.add(pending);
    setHidden((now) => new Set([...now, ...keys]));
    notices.done(t('{count} deleted', { count: keys.length }), {
      label: t('Undo'),
      run: () => {
        if (waiting.current.delete(pending)) {
          clearTimeout(pending.timer);
          show(keys);
        }
      },
    });
  };

  useEffect(() => {
    const all = waiting.current;
    const finishAll = () => {
      for (const pending of all) {
        void finish(pending);
      }
    };
    window.addEventListener('pagehide', finishAll);
    return () => {
      window.removeEventListener('pagehide', finishAll);
      finishAll();
    };
  }, [finish]);

  return { hidden, remove };
}
