import styles from './views.module.css';

/** An empty value, quietly. */
export function Dash() {
  return <span className={styles['dash']}>–</span>;
}
