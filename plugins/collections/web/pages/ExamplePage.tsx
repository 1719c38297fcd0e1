import { usePageTitle, useText } from '@pergola/plugin';
import { Button, Card, Page } from '@pergola/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { useCollections } from '../collectionsQuery';
import styles from '../example/example.module.css';
import { LoadReport } from '../example/LoadReport';
import { exampleCollections } from '../example/model';
import { isExample, ordersPath } from '../example/names';
import { RemoveExample } from '../example/RemoveExample';
import { useExampleLoad } from '../example/useExampleLoad';

/** Loads the example data, goes on with it, and takes it away again. */
export function ExamplePage() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const location = useLocation();
  const { collections } = useCollections();
  const [isRemoving, setIsRemoving] = useState(false);
  const isThere = collections.some(isExample);
  const parts = useMemo(() => exampleCollections(), []);
  const done = useCallback(() => void navigate(ordersPath, { replace: true }), [navigate]);
  const { state, start, stop } = useExampleLoad(done);
  const isLoading = state.kind === 'loading';

  // Whoever comes from the button of the welcome has asked for it already, also before a reload.
  const isAsked = (location.state as { load?: boolean } | null)?.load === true;
  useEffect(() => {
    if (isAsked) {
      void start();
    }
  }, [isAsked, start]);

  usePageTitle(t('Example data'));

  const cancel = () => {
    stop();
    void navigate('.', { replace: true, state: null });
  };

  return (
    <Page
      isNarrow
      title={t('Example data')}
      about={t('A small shop for the home, made up for trying things out. Everything in it can be changed.')}
    >
      <Card>
        <h2 className={styles['title']}>{t('What it consists of')}</h2>
        <ul className={styles['parts']}>
          {parts.map(({ name, title, description }) => (
            <li key={name}>
              {isThere && !isLoading ? <Link to={`/admin/data/${name}`}>{text(title)}</Link> : text(title)}{' '}
              <span>{text(description)}</span>
            </li>
          ))}
        </ul>
        <LoadReport state={state} onStart={() => void start()} />
        <div className={styles['buttons']}>
          {isLoading ? (
            <Button onClick={cancel}>{t('Stop')}</Button>
          ) : (
            <>
              {state.kind !== 'failed' && (
                <Button type={isThere ? 'default' : 'primary'} onClick={() => void start()}>
                  {isThere ? t('Load what is missing') : t('Load the example data')}
                </Button>
              )}
              {isThere && (
                <Button danger onClick={() => setIsRemoving(true)}>
                  {t('Remove the example data')}
                </Button>
              )}
            </>
          )}
        </div>
      </Card>
      {isRemoving && <RemoveExample onClose={() => setIsRemoving(false)} />}
    </Page>
  );
}
