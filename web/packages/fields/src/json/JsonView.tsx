import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';

export function JsonView({ value }: ViewProps) {
  if (value === null || value === undefined) {
    return <Dash />;
  }
  return (
    <code className={styles['code']} title={JSON.stringify(value, null, 2)}>
      {JSON.stringify(value)}
    </code>
  );
}
