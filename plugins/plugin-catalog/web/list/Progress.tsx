import { Spin } from '@pergola/ui';
import styles from './list.module.css';

/** What the server is doing, in its own words. */
export function Progress({ text }: { text: string | null }) {
  return (
    <div role="status" className={styles['progress']}>
      {text !== null && (
        <>
          <Spin size="small" /> {text}
        </>
      )}
    </div>
  );
}
