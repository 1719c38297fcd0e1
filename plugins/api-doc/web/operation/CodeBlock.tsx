import { useNotices } from '@pergola/plugin';
import { Button, CopyIcon } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './operation.module.css';

interface CodeBlockProps {
  text: string;
  /** What it is, for a screen reader. */
  label: string;
  /** The same text with its parts coloured. */
  children?: ReactNode;
}

/** Text to read and to take along. */
export function CodeBlock({ text, label, children }: CodeBlockProps) {
  const { t } = useTranslation();
  const notices = useNotices();

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notices.done(t('Copied'));
    } catch (error) {
      notices.failed(t('Not copied'), error);
    }
  };

  return (
    <div className={styles['code']}>
      <div role="textbox" aria-readonly aria-multiline tabIndex={0} aria-label={label} className={styles['shown']}>
        {children ?? text}
      </div>
      <Button
        size="small"
        className={styles['copy'] ?? ''}
        icon={<CopyIcon />}
        aria-label={`${t('Copy')}: ${label}`}
        onClick={() => void copy()}
      />
    </div>
  );
}
