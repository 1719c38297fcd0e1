import { useLanguage } from '@pergola/plugin';
import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';
import { shiftPoint, toReader } from './numberText';

const identifiers = new Set(['id', 'snowflakeId']);

export function NumberView({ field, value }: ViewProps) {
  const language = useLanguage();
  if (value === null || value === undefined) {
    return <Dash />;
  }
  const kind = field.interface ?? '';
  const text = identifiers.has(kind) || field.isForeignKey ? String(value) : toReader(percent(kind, value), language);
  return <span className={styles['number']}>{kind === 'percent' ? `${text} %` : text}</span>;
}

const percent = (kind: string, value: unknown) => (kind === 'percent' ? shiftPoint(value, 2) : value);
