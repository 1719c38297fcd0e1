import type { ReadFault } from '@pergola/filter';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFault } from './draft';

/** Why a condition cannot be saved. */
export function useFaultText(): (fault: DraftFault) => string {
  const { t } = useTranslation();
  return useCallback(
    (fault) =>
      ({
        json: () => t('This is not JSON. Look for a missing quote, comma or bracket.'),
        object: () => t('Write a condition in braces, about at least one field.'),
        field: () => t('There is no field {name} here.', { name: fault.kind === 'field' ? fault.name : '' }),
        empty: () => t('Add at least one condition.'),
        unfinished: () => t('Finish every condition, or remove it: without it, more records would be let through.'),
      })[fault.kind](),
    [t],
  );
}

/** Why the builder cannot show a condition. */
export function useUnshownText(): (fault: ReadFault) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ kind, at }) =>
      ({
        group: () => t('The builder cannot show {at} as it is used here.', { at }),
        depth: () => t('The builder cannot show groups that lie this deep.'),
        field: () => t('The builder does not know the field {at}.', { at }),
        operator: () => t('The builder cannot show the comparison {at} here.', { at }),
        value: () => t('The builder cannot show the value that {at} is compared with.', { at }),
        variable: () => t('The builder does not know the variable {at}.', { at }),
      })[kind](),
    [t],
  );
}
