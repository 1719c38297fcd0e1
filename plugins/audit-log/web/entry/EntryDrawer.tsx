import { LoadFailure, useReturnFocus } from '@pergola/plugin';
import { Drawer, Skeleton } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useWords } from '../model/useWords';
import { useEntry } from '../queries';
import { EntryChanges } from './EntryChanges';
import { EntryDetails } from './EntryDetails';
import styles from './entry.module.css';

/** One entry with all there is to it. */
export function EntryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { data, error, refetch } = useEntry(id);
  useReturnFocus();
  return (
    <Drawer
      open
      size={640}
      title={data ? `${words.actionOf(data.action)}: ${words.placeOf(data)}` : t('Entry')}
      onClose={onClose}
    >
      {error && !data && <LoadFailure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton active />}
      {data && (
        <>
          <EntryDetails entry={data} words={words} />
          <h2 className={styles['heading']}>{t('Changes')}</h2>
          <EntryChanges changes={data.changes} words={words} />
        </>
      )}
    </Drawer>
  );
}
