import { useTranslation } from 'react-i18next';
import { outcomeOf, type Entry } from '../model/entry';
import { outcomeTitles } from '../model/words';
import styles from './list.module.css';

/** How it went, in a word and a colour. */
export function OutcomeTag({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const outcome = outcomeOf(entry);
  return (
    <span className={styles['outcome']} data-outcome={outcome} title={String(entry.status)}>
      {t(outcomeTitles[outcome])}
    </span>
  );
}
