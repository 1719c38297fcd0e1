import { Input } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';

/** An emptied field is no value, not an empty text. */
export function TextInput({ field, id, value, onChange, disabled, isInline = false }: InputProps) {
  const type = field.interface === 'email' ? 'email' : field.interface === 'phone' ? 'tel' : 'text';
  return (
    <Input
      {...(id && { id })}
      type={type}
      autoFocus={isInline}
      value={(value as string | null) ?? ''}
      disabled={disabled ?? false}
      onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)}
    />
  );
}
