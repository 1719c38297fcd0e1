import { useTranslation } from 'react-i18next';
import styles from './entry.module.css';

const longest = 2000;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A value as it was stored, in as plain words as there are. */
export function ValueText({ value, isCut }: { value: unknown; isCut: boolean }) {
  const { t, i18n } = useTranslation();
  if (value === null || value === undefined || value === '') {
    return <span className={styles['empty']}>–</span>;
  }
  if (typeof value === 'boolean') {
    return value ? t('Yes') : t('No');
  }
  if (typeof value === 'string' && instant.test(value)) {
    return new Date(value).toLocaleString(i18n.language);
  }
  const text = Array.isArray(value) && value.every((one) => typeof one !== 'object') ? value.join(', ') : textOf(value);
  return (
    <>
      {text}
      {isCut && text.length >= longest - 1 && <span className={styles['note']}> … {t('cut')}</span>}
    </>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
