import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';

export function TextView({ value }: ViewProps) {
  const text = typeof value === 'object' ? JSON.stringify(value ?? '') : String(value ?? '');
  if (value === null || value === undefined || text === '') {
    return <Dash />;
  }
  return (
    <span className={styles['text']} title={text}>
      {text}
    </span>
  );
}
