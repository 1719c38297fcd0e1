import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Entry } from '../model/entry';
import { recordLink } from '../model/recordLink';
import type { useWords } from '../model/useWords';
import styles from './list.module.css';

interface RecordTextProps {
  entry: Entry;
  words: ReturnType<typeof useWords>;
}

/** Which record it was, with a way to it. */
export function RecordText({ entry, words }: RecordTextProps) {
  const { t } = useTranslation();
  if (entry.recordKey === null) {
    return entry.recordCount > 1 ? t('{count} records', { count: entry.recordCount }) : <span className={styles['quiet']}>–</span>;
  }
  const link = recordLink(entry, words.collections);
  return link ? (
    <Link to={link} onClick={(event) => event.stopPropagation()}>
      {entry.recordKey}
    </Link>
  ) : (
    entry.recordKey
  );
}
