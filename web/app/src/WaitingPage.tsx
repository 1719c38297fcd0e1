import type { Client } from '@pergola/api';
import { Mark, usePaint } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './WaitingPage.module.css';

const interval = 2000;
const reload = () => window.location.reload();

/** Stands while the server starts or is changed, and loads the client of the server that is there afterwards. */
export function WaitingPage({ client, goOn = reload }: { client: Client; goOn?: () => void }) {
  const { t } = useTranslation();
  usePaint();

  useEffect(() => {
    const timer = setInterval(() => {
      void client.probe().then((isThere) => isThere && goOn());
    }, interval);
    return () => clearInterval(timer);
  }, [client, goOn]);

  return (
    <main className={styles['page']}>
      <Mark size={40} />
      <h1>{t('The server is getting ready')}</h1>
      <p role="status">{t('It starts or is being changed. This page goes on by itself.')}</p>
    </main>
  );
}
