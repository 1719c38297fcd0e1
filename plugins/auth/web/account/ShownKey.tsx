import { useNotices, useReturnFocus } from '@pergola/plugin';
import { Alert, Button, CopyIcon, Input, Modal } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from '../pages/forms.module.css';

/** A new key, this once; closed only on purpose. */
export function ShownKey({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  const notices = useNotices();
  useReturnFocus();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token);
      notices.done(t('Copied'));
    } catch (error) {
      notices.failed(t('Not copied'), error);
    }
  };
  return (
    <Modal
      open
      title={t('Your new API key')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={<Button onClick={onClose}>{t('I have kept it')}</Button>}
    >
      <Alert
        type="warning"
        showIcon
        title={t('Copy it now. It is not shown again; if it is lost, make another one.')}
      />
      <div className={styles['key']}>
        <Input
          readOnly
          value={token}
          aria-label={t('Your new API key')}
          onFocus={(event) => event.target.select()}
        />
        <Button type="primary" autoFocus icon={<CopyIcon />} onClick={() => void copy()}>
          {t('Copy')}
        </Button>
      </div>
    </Modal>
  );
}
