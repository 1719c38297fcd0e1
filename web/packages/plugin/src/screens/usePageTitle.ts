import { useEffect } from 'react';

/** What the browser calls the page; the start has no title of its own. */
export function usePageTitle(title?: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Pergola` : 'Pergola';
  }, [title]);
}
