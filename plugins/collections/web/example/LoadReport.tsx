import { useFailureText, useText } from '@pergola/plugin';
import { Alert, Button } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { NameTakenError, type LoadProgress } from './load';
import styles from './example.module.css';
import type { LoadState } from './useExampleLoad';

/** How far it is, or why it went no further. */
export function LoadReport({ state, onStart }: { state: LoadState; onStart: () => void }) {
  const { t } = useTranslation();
  const failure = useFailureText();
  if (state.kind === 'idle') {
    return null;
  }
  if (state.kind === 'failed') {
    const { error } = state;
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('The example data could not be loaded completely')}
        description={
          error instanceof NameTakenError
            ? t('There is already a collection named {name}. Delete it first; nothing in it was changed.', {
                name: error.collection,
              })
            : `${failure(error)} ${t('What was loaded stays, and the next attempt goes on from there.')}`
        }
        action={<Button onClick={onStart}>{t('Try again')}</Button>}
      />
    );
  }
  return (
    <div className={styles['report']}>
      {state.progress && <Bar progress={state.progress} />}
      <p role="status">
        {state.kind === 'stopped' ? t('Stopped. What was loaded stays.') : <Step progress={state.progress} />}
      </p>
    </div>
  );
}

function Bar({ progress }: { progress: LoadProgress }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <progress
        className={styles['bar']}
        aria-label={t('Load the example data')}
        value={progress.done}
        max={progress.total}
      />
      <span className={styles['count']}>
        {t('{done} of {total}', { done: number.format(progress.done), total: number.format(progress.total) })}
      </span>
    </>
  );
}

function Step({ progress }: { progress: LoadProgress | null }) {
  const { t } = useTranslation();
  const text = useText();
  if (progress === null) {
    return t('Looking at what is there');
  }
  const title = text(progress.title);
  return progress.step === 'collection'
    ? t('Creating the collection {title}', { title })
    : t('Filling {title}', { title });
}
