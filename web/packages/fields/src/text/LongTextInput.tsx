import { Input } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';

export function LongTextInput({ id, value, onChange, disabled }: InputProps) {
  return (
    <Input.TextArea
      {...(id && { id })}
      autoSize={{ minRows: 3, maxRows: 12 }}
      value={(value as string | null) ?? ''}
      disabled={disabled ?? false}
      onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)}
    />
  );
}
