import { useApi } from '@pergola/plugin';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ConnectionLine.module.css';

const interval = 3000;

/** Says that the server is not there, and goes away by itself when it is back. */
export function ConnectionLine() {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const isLost = useSyncExternalStore(api.connection.subscribe, () => api.connection.isLost);

  useEffect(() => {
    if (!isLost) {
      return undefined;
    }
    const timer = setInterval(() => {
      void api.probe().then((isBack) => (isBack ? queries.invalidateQueries() : undefined));
    }, interval);
    return () => clearInterval(timer);
  }, [api, isLost, queries]);

  return (
    <div role="status" className={styles['place']}>
      {isLost && (
        <p className={styles['line']}>
          {t('The server cannot be reached. What you typed stays here; this line goes away once it is back.')}
        </p>
      )}
    </div>
  );
}
