import { RequestFailure } from '@pergola/api';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What a failure says to a person. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof RequestFailure)) {
        return t('Something in this page failed. Reload it and try again.');
      }
      if (error.kind === 'unreachable') {
        return t('The server cannot be reached. Nothing you typed is lost; try again in a moment.');
      }
      return error.message || t('The server answered with status {status}.', { status: error.status });
    },
    [t],
  );
}
