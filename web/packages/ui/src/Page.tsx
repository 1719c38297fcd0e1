import type { ReactNode } from 'react';
import { Button } from './Button';
import { BackIcon } from './icons';
import styles from './Page.module.css';

interface PageProps {
  title: ReactNode;
  /** A line below the title. */
  about?: ReactNode;
  actions?: ReactNode;
  /** The page this one was reached from. */
  back?: { label: string; onClick: () => void };
  /** 720 px for reading and settings forms; data takes all there is. */
  isNarrow?: boolean;
  /** Exactly as high as the window, so that what is inside scrolls and not the page. */
  isFilled?: boolean;
  children: ReactNode;
}

export function Page({ title, about, actions, back, isNarrow = false, isFilled = false, children }: PageProps) {
  return (
    <div className={styles[isNarrow ? 'narrow' : isFilled ? 'filled' : 'page']}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          <h1>
            {back && <Button type="text" icon={<BackIcon />} aria-label={back.label} onClick={back.onClick} />} {title}
          </h1>
          {about && <p>{about}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A surface that groups what belongs together. */
export function Card({ children, isFlush = false }: { children: ReactNode; isFlush?: boolean }) {
  return <section className={isFlush ? styles['flush'] : styles['card']}>{children}</section>;
}
