import { Input } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../fieldInterface';

/** Text that is JSON is handed on; while it is not, the last good value stays and the field says so. */
export function JsonInput({ id, value, onChange, disabled, isInline = false }: InputProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() =>
    value === null || value === undefined ? '' : JSON.stringify(value, null, 2),
  );
  const [isBroken, setIsBroken] = useState(false);

  const change = (typed: string) => {
    setText(typed);
    try {
      onChange?.(typed.trim() === '' ? null : JSON.parse(typed));
      setIsBroken(false);
    } catch {
      // Half-typed JSON is the normal case.
      setIsBroken(true);
    }
  };

  return (
    <>
      <Input.TextArea
        {...(id && { id })}
        autoFocus={isInline}
        autoSize={{ minRows: isInline ? 1 : 5, maxRows: 16 }}
        value={text}
        disabled={disabled ?? false}
        {...(isBroken && { status: 'error' as const })}
        aria-invalid={isBroken}
        onChange={(event) => change(event.target.value)}
      />
      {isBroken && <small role="alert">{t('This is not JSON yet; the last valid value will be saved.')}</small>}
    </>
  );
}
