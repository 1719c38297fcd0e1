import { Input } from '@pergola/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './PasteDialog.module.css';

/** Takes what is pasted, where nobody has pressed the keys before. */
export function PasteText({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['text']}>
      <label htmlFor={id}>
        {t('Copy rows in Excel, LibreOffice or Google Sheets, and paste them here. A first row with titles is recognised.')}
      </label>
      <Input.TextArea id={id} autoFocus rows={8} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
