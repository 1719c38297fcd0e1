import type { CollectionDefinition, RecordKey } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRows, deleteRecords, type Outcome } from './createRows';
import type { PastedRow } from './pastedRows';

/** Sends pasted rows; when all went well only a notice stays, with which all can be taken back. */
export function useCreateRows(collection: CollectionDefinition, onClose: () => void) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const [progress, setProgress] = useState({ done: 0, count: 0 });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const stopping = useRef(new AbortController());
  const readAgain = () => void queries.invalidateQueries({ queryKey: ['records'] });

  const undo = useMutation({
    mutationFn: (keys: RecordKey[]) => deleteRecords(api, collection, keys),
    onSuccess: (_, keys) => {
      notices.done(t('{count} deleted', { count: keys.length }));
      onClose();
    },
    onError: (error) => notices.failed(t('The records were not deleted'), error),
    onSettled: readAgain,
  });

  const send = useMutation({
    mutationFn: async (rows: readonly PastedRow[]) => {
      stopping.current = new AbortController();
      setProgress({ done: 0, count: rows.length });
      setOutcome(null);
      const before = outcome;
      const sent = await createRows(api, collection, rows, {
        signal: stopping.current.signal,
        onProgress: (done) => setProgress({ done, count: rows.length }),
      });
      return before
        ? { ...sent, keys: [...before.keys, ...sent.keys], refused: [...before.refused, ...sent.refused] }
        : sent;
    },
    onSuccess: (sent) => {
      if (sent.refused.length + sent.unsent.length > 0) {
        setOutcome(sent);
        return;
      }
      notices.done(t('{count} created', { count: sent.keys.length }), {
        label: t('Undo'),
        run: () => undo.mutate(sent.keys),
      });
      onClose();
    },
    onSettled: readAgain,
  });

  return {
    outcome,
    progress,
    isSending: send.isPending,
    isUndoing: undo.isPending,
    send: (rows: readonly PastedRow[]) => send.mutate(rows),
    stop: () => stopping.current.abort(),
    undo: () => outcome && undo.mutate(outcome.keys),
  };
}
