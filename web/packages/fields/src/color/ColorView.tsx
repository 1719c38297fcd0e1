import { Dash } from '../Dash';
import type { ViewProps } from '../fieldInterface';
import styles from '../views.module.css';

export function ColorView({ value }: ViewProps) {
  if (typeof value !== 'string' || value === '') {
    return <Dash />;
  }
  return (
    <span>
      <svg className={styles['swatch']} width="14" height="14" aria-hidden="true">
        <rect width="14" height="14" rx="3" fill={value} />
      </svg>{' '}
      {value}
    </span>
  );
}
