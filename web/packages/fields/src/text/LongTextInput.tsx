import { Input } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';

export function LongTextInput({ id, value, onChange, disabled, isInline = false }: InputProps) {
  return (
    <Input.TextArea
      {...(id && { id })}
      autoFocus={isInline}
      autoSize={isInline ? { minRows: 1, maxRows: 8 } : { minRows: 3, maxRows: 12 }}
      value={(value as string | null) ?? ''}
      disabled={disabled ?? false}
      onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)}
    />
  );
}
