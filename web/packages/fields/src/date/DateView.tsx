import { useLanguage } from '@pergola/plugin';
import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';
import { formatOf, inFormat, readDate } from './dateText';

export function DateView({ field, value }: ViewProps) {
  const language = useLanguage();
  const withTime = field.uiSchema?.['x-component-props']?.['showTime'] !== false;
  const read = readDate(value, language, withTime);
  if (read === null) {
    return <Dash />;
  }
  return (
    <time className={styles['number']} dateTime={String(value)} title={read.exact}>
      {inFormat(value, formatOf(field)) ?? read.short}
    </time>
  );
}
