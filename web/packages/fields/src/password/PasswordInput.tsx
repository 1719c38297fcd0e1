import { Input } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';

/** Never shows what is stored; left alone, nothing is sent. */
export function PasswordInput({ id, value, onChange, disabled }: InputProps) {
  return (
    <Input.Password
      {...(id && { id })}
      autoComplete="new-password"
      value={(value as string | undefined) ?? ''}
      disabled={disabled ?? false}
      onChange={(event) => onChange?.(event.target.value === '' ? undefined : event.target.value)}
    />
  );
}
