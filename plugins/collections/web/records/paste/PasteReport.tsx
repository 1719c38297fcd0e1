import { useFailureText, useNotices } from '@pergola/plugin';
import { Alert, Button } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { formatTable } from './clipboardTable';
import type { Outcome } from './createRows';
import styles from './PasteDialog.module.css';

/** What became records, what did not, and why. */
export function PasteReport({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const describe = useFailureText();
  const notices = useNotices();
  const { keys, refused, unsent, error } = outcome;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(formatTable([...refused.map(({ row }) => row), ...unsent].map((row) => row.cells)));
      notices.done(t('Copied'));
    } catch (failure) {
      notices.failed(t('Not copied'), failure);
    }
  };

  return (
    <div className={styles['preview']} role="status">
      <p>{t('Records created: {count}', { count: keys.length })}</p>
      {unsent.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('Rows not sent: {count}', { count: unsent.length })}
          description={error ? describe(error) : undefined}
        />
      )}
      {refused.length > 0 && (
        <>
          <p>{t('Rows refused: {count}', { count: refused.length })}</p>
          <ul className={styles['refused']}>
            {refused.map(({ row, error: reason }) => (
              <li key={row.line}>
                <b>{t('Row {line}', { line: row.line })}</b> <span>{row.cells.filter(Boolean).slice(0, 3).join(' · ')}</span>
                <small>{describe(reason)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length + unsent.length > 0 && (
        <div>
          <Button onClick={() => void copy()}>{t('Copy these rows')}</Button>
        </div>
      )}
    </div>
  );
}
