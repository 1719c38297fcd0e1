import { useFailureText } from '@pergola/plugin';
import { Button, Spin } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './relation.module.css';

interface ChoiceQuery {
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** Why there is nothing to choose from: not yet, not at all, or not reachable. */
export function ChoiceState({ query }: { query: ChoiceQuery }) {
  const { t } = useTranslation();
  const failure = useFailureText();
  if (query.isFetching) {
    return <Loading />;
  }
  if (!query.error) {
    return t('Nothing has this name.');
  }
  return (
    <div role="alert" className={styles['failure']}>
      <span>{failure(query.error)}</span>
      <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={() => query.refetch()}>
        {t('Try again')}
      </Button>
    </div>
  );
}

export function Loading() {
  return (
    <div className={styles['loading']}>
      <Spin size="small" />
    </div>
  );
}
