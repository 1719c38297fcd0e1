import { useText } from '@pergola/plugin';
import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';

export function TextView({ value }: ViewProps) {
  // What the system has filled in is stored for all languages, such as the names of its roles.
  const translate = useText();
  const text = translate(typeof value === 'object' ? JSON.stringify(value ?? '') : String(value ?? ''));
  if (value === null || value === undefined || text === '') {
    return <Dash />;
  }
  return (
    <span className={styles['text']} title={text}>
      {text}
    </span>
  );
}
