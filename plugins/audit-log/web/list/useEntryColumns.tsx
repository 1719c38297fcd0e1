import { useIsNarrow, type TableColumnsType } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../model/entry';
import { useWords } from '../model/useWords';
import { OutcomeTag } from './OutcomeTag';
import { RecordText } from './RecordText';
import { TimeText } from './TimeText';
import styles from './list.module.css';

/** The columns of the log; on a phone one with what matters. */
export function useEntryColumns(onOpen: (entry: Entry) => void): TableColumnsType<Entry> {
  const { t } = useTranslation();
  const words = useWords();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const action = (entry: Entry) => (
      <button
        type="button"
        className={styles['action']}
        aria-label={t('{action} by {name}: details', { action: words.actionOf(entry.action), name: words.personOf(entry) })}
        onClick={() => onOpen(entry)}
      >
        {words.actionOf(entry.action)}
      </button>
    );
    const person = (entry: Entry) => (
      <>
        <span className={entry.userName ? undefined : styles['unknown']}>{words.personOf(entry)}</span>
        {entry.apiKey !== null && <span className={styles['second']}>{t('API key {name}', { name: entry.apiKey })}</span>}
      </>
    );
    if (isNarrow) {
      return [
        {
          title: t('Entry'),
          render: (_, entry) => (
            <div className={styles['card']}>
              <span className={styles['cardHead']}>
                {action(entry)} <OutcomeTag entry={entry} />
              </span>
              <span>
                {words.placeOf(entry)} {entry.recordCount > 0 && <RecordText entry={entry} words={words} />}
              </span>
              <span className={styles['second']}>
                {words.personOf(entry)} · <TimeText at={entry.at} />
              </span>
            </div>
          ),
        },
      ];
    }
    return [
      { title: t('Time'), width: 210, render: (_, entry) => <TimeText at={entry.at} /> },
      { title: t('Person'), render: (_, entry) => person(entry) },
      { title: t('Action'), render: (_, entry) => action(entry) },
      { title: t('Where'), render: (_, entry) => words.placeOf(entry) },
      { title: t('Record'), render: (_, entry) => <RecordText entry={entry} words={words} /> },
      { title: t('Result'), width: 110, render: (_, entry) => <OutcomeTag entry={entry} /> },
      { title: t('Address'), width: 140, render: (_, entry) => entry.address ?? <span className={styles['quiet']}>–</span> },
    ];
  }, [t, words, isNarrow, onOpen]);
}
