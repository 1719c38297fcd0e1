import type { RecordKey } from '@pergola/api';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useSavedViews, type SavedView } from './useSavedViews';
import { isSame, optionsOf, paramsOf, readOptions } from './viewOptions';

/** Says in the address which view is open; `all` where nobody wants the default one. */
const name = 'view';
const all = 'all';

const paramsOfView = (view: SavedView) => ({ ...paramsOf(readOptions(view.options)), [name]: String(view.id) });

/** Which saved view the table shows, and whether it has been changed since. */
export function useViewChoice(collection: string) {
  const [params, setParams] = useSearchParams();
  const { views, error } = useSavedViews(collection);
  const options = optionsOf(params);
  const chosen = views.find((view) => String(view.id) === params.get(name));
  return {
    views,
    error,
    options,
    chosen,
    isChanged: chosen !== undefined && !isSame(options, readOptions(chosen.options)),
    /** Null shows all records. */
    choose: (view: SavedView | null) => {
      const isDefaultAvoided = view === null && views.some((one) => one.isDefault);
      setParams(view ? paramsOfView(view) : isDefaultAvoided ? { [name]: all } : {});
    },
    /** The table stays as it is, and is this view from now on. */
    mark: (id: RecordKey) =>
      setParams((now) => {
        now.set(name, String(id));
        return now;
      }),
  };
}

/** Opens the default view where the address says nothing; false until it is known what to show. */
export function useDefaultView(collection: string): boolean {
  const [params, setParams] = useSearchParams();
  const { views, isPending } = useSavedViews(collection);
  const isBare = params.size === 0;
  const view = isBare ? views.find((one) => one.isDefault) : undefined;

  useEffect(() => {
    if (view) {
      setParams(paramsOfView(view), { replace: true });
    }
  }, [view, setParams]);

  return !isBare || (!isPending && view === undefined);
}
