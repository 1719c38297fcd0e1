import { Button, Card, Page } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { collectionsPath } from '../paths';
import styles from './Welcome.module.css';

const command = 'dotnet run --project examples/atlas';

/** The first thing anybody sees: two ways to begin. */
export function Welcome({ name }: { name: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page
      isNarrow
      title={name ? t('Welcome, {name}', { name }) : t('Welcome')}
      about={t('This installation has no data yet. There are two ways to begin.')}
    >
      <Card>
        <h2 className={styles['title']}>{t('Describe your own data')}</h2>
        <p className={styles['text']}>
          {t('A collection is a list of things of one kind, such as customers or books. Give it fields, then fill it.')}
        </p>
        <Button type="primary" onClick={() => void navigate(`${collectionsPath}?create=general`)}>
          {t('Create a collection')}
        </Button>
      </Card>
      <Card>
        <h2 className={styles['title']}>{t('Load the example data')}</h2>
        <p className={styles['text']}>
          {t('All countries of the world with their subdivisions, languages and currencies. Run this beside the server:')}
        </p>
        <pre className={styles['command']}>{command}</pre>
        <p className={styles['text']}>{t('It takes less than a minute. This page shows the result after a reload.')}</p>
        <Button onClick={() => window.location.reload()}>{t('Reload')}</Button>
      </Card>
    </Page>
  );
}
