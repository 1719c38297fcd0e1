import { Alert, contrastFaults, type ContrastFault, type Look } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from '../themes.module.css';

/** Says what would be hard to read. */
export function ContrastWarning({ look }: { look: Look }) {
  const { t } = useTranslation();
  const faults = contrastFaults(look);
  const titles: Record<ContrastFault['what'], string> = {
    text: t('Text on its ground'),
    links: t('Links and the accent'),
    buttons: t('The words on buttons'),
    errors: t('Errors'),
  };
  return (
    <div aria-live="polite">
      {faults.length > 0 && (
        <Alert
          className={styles['alert'] ?? ''}
          type="warning"
          showIcon
          title={t('Hard to read')}
          description={faults
            .map(({ what, ratio }) => t('{what}: {ratio} to 1, 4.5 is enough.', { what: titles[what], ratio: ratio.toFixed(1) }))
            .join(' ')}
        />
      )}
    </div>
  );
}
