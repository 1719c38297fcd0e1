import type { RecordKey } from '@pergola/api';
import { Button, ReloadIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './list.module.css';

interface NewEntriesProps {
  newest: RecordKey | undefined;
  shown: RecordKey | undefined;
  onShow: () => void;
}

/** Says that there is more than the page shows; nothing moves before somebody asks for it. */
export function NewEntries({ newest, shown, onShow }: NewEntriesProps) {
  const { t } = useTranslation();
  const isFresh = newest !== undefined && (shown === undefined || Number(newest) > Number(shown));
  return (
    <div role="status">
      {isFresh && (
        <div className={styles['fresh']}>
          <Button type="link" size="small" icon={<ReloadIcon />} onClick={onShow}>
            {t('Show new entries')}
          </Button>
        </div>
      )}
    </div>
  );
}
