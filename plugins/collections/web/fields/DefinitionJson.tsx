import type { CollectionDefinition } from '@pergola/api';
import { useNotices } from '@pergola/plugin';
import { Button, Drawer } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './DefinitionJson.module.css';

/** The definition as it is stored and as the API answers it. */
export function DefinitionJson({ collection, onClose }: { collection: CollectionDefinition; onClose: () => void }) {
  const { t } = useTranslation();
  const notices = useNotices();
  const text = JSON.stringify(collection, null, 2);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notices.done(t('Copied'));
    } catch (error) {
      notices.failed(t('Not copied'), error);
    }
  };

  return (
    <Drawer
      open
      size={640}
      title={t('Definition as JSON')}
      onClose={onClose}
      extra={<Button onClick={() => void copy()}>{t('Copy')}</Button>}
    >
      <pre className={styles['json']}>{text}</pre>
    </Drawer>
  );
}
