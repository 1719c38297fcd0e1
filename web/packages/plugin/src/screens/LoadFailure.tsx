import { RequestFailure } from '@pergola/api';
import { useFailureText } from '../useFailureText';
import { Button, EmptyState } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

/** What stands where data would be when it could not be read. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const describe = useFailureText();
  const requestId = error instanceof RequestFailure ? error.requestId : null;
  return (
    <EmptyState title={t('This could not be loaded')} action={<Button onClick={onRetry}>{t('Try again')}</Button>}>
      {describe(error)}
      {requestId && ` (${t('Request')} ${requestId})`}
    </EmptyState>
  );
}
