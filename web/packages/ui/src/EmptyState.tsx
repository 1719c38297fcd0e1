import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It is all that the page has, so that its title is the page's. */
  isPage?: boolean;
}

/** What this is, why it is empty, and the one button that fills it. */
export function EmptyState({ title, children, action, isPage = false }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={styles['empty']}>
      <svg width="72" height="48" viewBox="0 0 72 48" fill="none" aria-hidden="true">
        <path
          d="M4 8h64M4 16h64M10 24h52M12 16v28M28 24v20M44 24v20M60 16v28"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
      <Title className={styles['title']}>{title}</Title>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
