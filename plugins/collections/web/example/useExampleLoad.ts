import { useApi } from '@pergola/plugin';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { collectionsKey } from '../collectionsQuery';
import { loadExample, type LoadProgress } from './load';

export type LoadState =
  | { kind: 'idle' }
  | { kind: 'loading'; progress: LoadProgress | null }
  | { kind: 'stopped'; progress: LoadProgress | null }
  | { kind: 'failed'; progress: LoadProgress | null; error: unknown };

/** Loads the example while the page is open. What is there stays when it is left, and the next load goes on from it. */
export function useExampleLoad(onDone: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  const [state, setState] = useState<LoadState>({ kind: 'idle' });
  const running = useRef<AbortController>(null);

  const start = useCallback(async () => {
    if (running.current) {
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    let progress: LoadProgress | null = null;
    setState({ kind: 'loading', progress });
    try {
      await loadExample({
        api,
        signal: controller.signal,
        today: new Date(),
        onProgress: (now) => {
          progress = now;
          setState({ kind: 'loading', progress });
        },
      });
      await queries.invalidateQueries({ queryKey: collectionsKey });
      onDone();
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'stopped', progress } : { kind: 'failed', progress, error });
      void queries.invalidateQueries({ queryKey: collectionsKey });
    } finally {
      running.current = null;
      void queries.invalidateQueries({ queryKey: ['records'] });
      void queries.invalidateQueries({ queryKey: ['palette'] });
    }
  }, [api, onDone, queries]);

  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  return { state, start, stop };
}
