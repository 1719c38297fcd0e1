import { LoadFailure } from '@pergola/plugin';
import { Skeleton } from '@pergola/ui';
import { useState } from 'react';
import { EntryChanges } from '../entry/EntryChanges';
import { OutcomeTag } from '../list/OutcomeTag';
import { TimeText } from '../list/TimeText';
import { outcomeOf, type Entry } from '../model/entry';
import type { useWords } from '../model/useWords';
import { useEntry } from '../queries';
import styles from './history.module.css';

interface HistoryEntryProps {
  entry: Entry;
  words: ReturnType<typeof useWords>;
}

/** One thing that was done; what it changed is shown when somebody asks. */
export function HistoryEntry({ entry, words }: HistoryEntryProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.actionOf(entry.action)}
          {entry.resource.includes('.') && `: ${words.placeOf(entry)}`}
        </button>
        {outcomeOf(entry) !== 'done' && <OutcomeTag entry={entry} />}
      </div>
      <div className={styles['who']}>
        {words.personOf(entry)} · <TimeText at={entry.at} />
      </div>
      {isOpen && <Changes id={String(entry.id)} words={words} />}
    </li>
  );
}

function Changes({ id, words }: { id: string; words: ReturnType<typeof useWords> }) {
  const { data, error, refetch } = useEntry(id);
  if (error && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div className={styles['changes']}>{data ? <EntryChanges changes={data.changes} words={words} /> : <Skeleton active />}</div>
  );
}
