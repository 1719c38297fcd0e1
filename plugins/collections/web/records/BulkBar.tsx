import { Button, DeleteIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './BulkBar.module.css';

interface BulkBarProps {
  count: number;
  onDelete: () => void;
  onClear: () => void;
}

/** Comes in from below while something is selected. */
export function BulkBar({ count, onDelete, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className={styles['place']}>
      {count > 0 && (
        <div className={styles['bar']}>
          <span>{t('{count} selected', { count })}</span>
          <Button onClick={onClear}>{t('Clear the selection')}</Button>
          <Button danger icon={<DeleteIcon />} onClick={onDelete}>
            {t('Delete')}
          </Button>
        </div>
      )}
    </div>
  );
}
