import { useLanguage } from '@pergola/plugin';
import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';
import { decimalsOf, withDecimals } from './decimals';
import { shiftPoint, toReader } from './numberText';

const identifiers = new Set(['id', 'snowflakeId']);

export function NumberView({ field, value }: ViewProps) {
  const language = useLanguage();
  if (value === null || value === undefined) {
    return <Dash />;
  }
  const kind = field.interface ?? '';
  if (identifiers.has(kind) || field.isForeignKey) {
    return <span className={styles['number']}>{String(value)}</span>;
  }
  const exact = kind === 'percent' ? shiftPoint(value, 2) : String(value);
  const text = toReader(withDecimals(exact, decimalsOf(field)), language);
  return (
    <span className={styles['number']} title={toReader(exact, language)}>
      {kind === 'percent' ? `${text} %` : text}
    </span>
  );
}
