import { useRoles, useText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { OutcomeTag } from '../list/OutcomeTag';
import { RecordText } from '../list/RecordText';
import { TimeText } from '../list/TimeText';
import type { Entry } from '../model/entry';
import type { useWords } from '../model/useWords';
import { Detail } from './Detail';
import styles from './entry.module.css';

interface EntryDetailsProps {
  entry: Entry;
  words: ReturnType<typeof useWords>;
}

/** Everything the log knows of an entry. */
export function EntryDetails({ entry, words }: EntryDetailsProps) {
  const { t } = useTranslation();
  const text = useText();
  const { roles } = useRoles();
  const role = roles.find((one) => one.name === entry.role);
  return (
    <dl className={styles['details']}>
      <Detail label={t('Result')}>
        <OutcomeTag entry={entry} /> {entry.status}
      </Detail>
      <Detail label={t('Time')}>
        <TimeText at={entry.at} isExact />
      </Detail>
      <Detail label={t('Person')}>{words.personOf(entry)}</Detail>
      <Detail label={t('Account tried')}>{entry.account}</Detail>
      <Detail label={t('Role')}>{entry.role === '__union__' ? t('All roles') : text(role?.title) || entry.role}</Detail>
      <Detail label={t('API key')}>{entry.apiKey}</Detail>
      <Detail label={t('Action')}>
        {words.actionOf(entry.action)} <code>{`${entry.resource}:${entry.action}`}</code>
      </Detail>
      <Detail label={t('Where')}>{words.placeOf(entry)}</Detail>
      <Detail label={t('Belongs to record')}>{entry.sourceKey}</Detail>
      <Detail label={t('Record')}>{entry.recordKey && <RecordText entry={entry} words={words} />}</Detail>
      <Detail label={t('{count} records', { count: entry.recordCount })}>{entry.recordKeys?.join(', ')}</Detail>
      <Detail label={t('Address')}>{entry.address}</Detail>
      <Detail label={t('Program')}>{entry.userAgent}</Detail>
      <Detail label={t('Took')}>{t('{count} ms', { count: entry.duration })}</Detail>
      <Detail label={t('Request')}>
        <code>{entry.requestId}</code>
      </Detail>
    </dl>
  );
}
