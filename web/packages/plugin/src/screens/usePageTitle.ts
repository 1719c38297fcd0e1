import { useEffect } from 'react';
import { useAppName } from '../appSettings';

/** What the browser calls the page; the start has no title of its own. */
export function usePageTitle(title?: string): void {
  const name = useAppName();
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
}
