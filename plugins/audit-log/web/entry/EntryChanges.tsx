import { useTranslation } from 'react-i18next';
import type { RecordChange } from '../model/entry';
import { gathered } from '../model/gathered';
import type { useWords } from '../model/useWords';
import { FieldComparison } from './FieldComparison';
import styles from './entry.module.css';

interface EntryChangesProps {
  changes: readonly RecordChange[];
  words: ReturnType<typeof useWords>;
}

/** What an entry changed, or why that is not known. */
export function EntryChanges({ changes, words }: EntryChangesProps) {
  const { t } = useTranslation();
  return changes.length > 0 ? (
    gathered(changes).map((change) => <FieldComparison key={change.id} change={change} words={words} />)
  ) : (
    <p className={styles['note']}>
      {t('No values are recorded for it. They are for collections that say so in their settings.')}
    </p>
  );
}
