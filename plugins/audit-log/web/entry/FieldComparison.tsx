import { useTranslation } from 'react-i18next';
import type { FieldChange, RecordChange } from '../model/entry';
import type { useWords } from '../model/useWords';
import { ValueText } from './ValueText';
import styles from './entry.module.css';

interface FieldComparisonProps {
  change: RecordChange;
  words: ReturnType<typeof useWords>;
}

/** What a change made of each field. */
export function FieldComparison({ change, words }: FieldComparisonProps) {
  const { t } = useTranslation();
  const name = (field: FieldChange) => words.fieldOf(change.collection, field.field);
  return (
    <table className={styles['comparison']}>
      <caption>
        {words.titleOf(change.collection)} {change.recordKey}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('Field')}</th>
          <th scope="col">{t('Before')}</th>
          <th scope="col">{t('After')}</th>
        </tr>
      </thead>
      <tbody>
        {change.fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">{name(field)}</th>
            {field.secret ? (
              <td colSpan={2} className={styles['note']}>
                {t('Changed; the value is not kept')}
              </td>
            ) : (
              <>
                <td className={styles['before']}>
                  <ValueText value={field.removed ?? field.before} isCut={field.cut === true} />
                </td>
                <td className={styles['after']}>
                  <ValueText value={field.added ?? field.after} isCut={field.cut === true} />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
