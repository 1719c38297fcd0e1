import { Input } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../fieldInterface';

/** Text that is JSON is handed on; while it is not, the last good value stays and the field says so. */
export function JsonInput({ id, value, onChange, disabled, isInline = false }: InputProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => written(value));
  const [isBroken, setIsBroken] = useState(false);
  const [known, setKnown] = useState(value);

  // Another value from outside, and not what was typed here.
  if (JSON.stringify(known) !== JSON.stringify(value)) {
    setKnown(value);
    setText(written(value));
    setIsBroken(false);
  }

  const change = (typed: string) => {
    setText(typed);
    try {
      const parsed: unknown = typed.trim() === '' ? null : JSON.parse(typed);
      setIsBroken(false);
      setKnown(parsed);
      onChange?.(parsed);
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

const written = (value: unknown): string =>
  value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
