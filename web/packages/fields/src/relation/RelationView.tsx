import type { RecordValues } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Link } from 'react-router';
import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';
import { keyOf, textOf } from './relationField';

const most = 3;

/** The records at the other end, as chips that open them. */
export function RelationView({ field, value }: ViewProps) {
  const text = useText();
  const records = (Array.isArray(value) ? value : value ? [value] : []) as RecordValues[];
  if (records.length === 0) {
    return <Dash />;
  }
  return (
    <span className={styles['tags']}>
      {records.slice(0, most).map((record) => {
        const key = String(record[keyOf(field)]);
        return (
          <Link
            key={key}
            className={styles['chip'] ?? ''}
            to={`/admin/data/${field.target}?record=${encodeURIComponent(key)}`}
            onClick={(event) => event.stopPropagation()}
          >
            {text(textOf(field, record))}
          </Link>
        );
      })}
      {records.length > most && <span className={styles['more']}>{`+${records.length - most}`}</span>}
    </span>
  );
}
