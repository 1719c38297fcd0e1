import { Button, Card, Page } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { examplePath } from '../example/names';
import { collectionsPath } from '../paths';
import styles from './Welcome.module.css';

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
        <h2 className={styles['title']}>{t('Look around first')}</h2>
        <p className={styles['text']}>
          {t('A small shop with products, customers and orders, made up for trying things out. It takes some seconds, and it is removed again as easily.')}
        </p>
        <Button onClick={() => void navigate(examplePath, { state: { load: true } })}>
          {t('Load the example data')}
        </Button>
        <p className={styles['hint']}>
          {t('For developers: {folder} loads a larger example through the API.', { folder: 'examples/atlas' })}
        </p>
      </Card>
    </Page>
  );
}
