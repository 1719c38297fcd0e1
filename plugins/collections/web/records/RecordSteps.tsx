import { IconButton, NextIcon, PreviousIcon } from '@pergola/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './RecordDrawer.module.css';

interface RecordStepsProps {
  previous: string | null;
  next: string | null;
  onOpen: (key: string) => void;
}

/** Leads to the neighbours in the table behind, also by Alt with Page Up and Page Down. */
export function RecordSteps({ previous, next, onOpen }: RecordStepsProps) {
  const { t } = useTranslation();
  const here = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.altKey ? { PageUp: previous, PageDown: next }[event.key] : null;
      const dialog = (event.target as Element).closest('[role="dialog"]');
      // Not while a dialog lies over the drawer.
      const isMine = dialog === null || dialog.contains(here.current);
      if (key && isMine) {
        event.preventDefault();
        onOpen(key);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [previous, next, onOpen]);

  return (
    <div ref={here} className={styles['steps']}>
      <IconButton
        icon={<PreviousIcon />}
        hint={t('Previous record (Alt Page Up)')}
        label={t('Previous record')}
        isDisabled={previous === null}
        onClick={() => previous && onOpen(previous)}
      />
      <IconButton
        icon={<NextIcon />}
        hint={t('Next record (Alt Page Down)')}
        label={t('Next record')}
        isDisabled={next === null}
        onClick={() => next && onOpen(next)}
      />
    </div>
  );
}
