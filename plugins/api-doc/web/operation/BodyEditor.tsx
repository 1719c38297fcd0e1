import { Button, Input } from '@pergola/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './operation.module.css';

interface BodyEditorProps {
  text: string;
  example: string;
  isBroken: boolean;
  onChange: (text: string) => void;
}

export function BodyEditor({ text, example, isBroken, onChange }: BodyEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['parameter']}>
      <div className={styles['row']}>
        <label htmlFor={id}>{t('Body')}</label>
        <Button type="link" size="small" disabled={text === example} onClick={() => onChange(example)}>
          {t('Start from the example again')}
        </Button>
      </div>
      <Input.TextArea
        id={id}
        className={styles['mono'] ?? ''}
        autoSize={{ minRows: 3, maxRows: 20 }}
        spellCheck={false}
        value={text}
        aria-invalid={isBroken}
        aria-describedby={`${id}-fault`}
        {...(isBroken && { status: 'error' as const })}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-fault`}>
        {isBroken && (
          <span role="alert" className={styles['refused']}>
            {t('This is not JSON yet.')}
          </span>
        )}
      </div>
    </div>
  );
}
