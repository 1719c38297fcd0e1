import { useText } from '@pergola/plugin';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollectionTitles } from '../queries';
import type { Entry } from './entry';
import { actionTitles, resourceTitles } from './words';

/** Entries in the words of the reader. */
export function useWords() {
  const { t } = useTranslation();
  const text = useText();
  const collections = useCollectionTitles();

  const titleOf = useCallback(
    (name: string) => {
      const known = resourceTitles[name];
      return known ? t(known) : text(collections.get(name)?.title) || name;
    },
    [t, text, collections],
  );
  const fieldOf = useCallback(
    (collection: string, name: string) => {
      const field = collections.get(collection)?.fields?.find((one) => one.name === name);
      return text(field?.uiSchema?.title) || name;
    },
    [text, collections],
  );
  const actionOf = useCallback(
    (action: string) => {
      const known = actionTitles[action];
      return known ? t(known) : action;
    },
    [t],
  );
  /** `Books` or `Books › Authors`. */
  const placeOf = useCallback(
    ({ resource }: Pick<Entry, 'resource'>) => {
      const [source = '', association] = resource.split('.');
      return association ? `${titleOf(source)} › ${fieldOf(source, association)}` : titleOf(source);
    },
    [titleOf, fieldOf],
  );
  const personOf = useCallback(
    (entry: Entry) => entry.userName ?? entry.account ?? t('Nobody signed in'),
    [t],
  );
  return useMemo(
    () => ({ collections, titleOf, fieldOf, actionOf, placeOf, personOf }),
    [collections, titleOf, fieldOf, actionOf, placeOf, personOf],
  );
}
