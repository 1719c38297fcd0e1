import { useAppName } from '@pergola/plugin';
import { Mark } from '@pergola/ui';
import type { ReactNode } from 'react';
import styles from './WelcomeCard.module.css';

/** What people see before they are signed in: one card in the middle of the window. */
export function WelcomeCard({ title, children }: { title: string; children: ReactNode }) {
  const name = useAppName();
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <div className={styles['mark']}>
          <Mark size={32} />
          <span>{name}</span>
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
