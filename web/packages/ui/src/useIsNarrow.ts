import { useSyncExternalStore } from 'react';

const media = () => window.matchMedia('(width < 700px)');

function subscribe(listener: () => void): () => void {
  const query = media();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether this is a phone, where tables become cards and the menu a drawer. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => media().matches);
