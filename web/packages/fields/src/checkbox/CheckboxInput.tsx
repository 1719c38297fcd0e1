import { Checkbox } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';

export function CheckboxInput({ id, value, onChange, disabled }: InputProps) {
  return (
    <Checkbox
      {...(id && { id })}
      checked={value === true || value === 1}
      disabled={disabled ?? false}
      onChange={(event) => onChange?.(event.target.checked)}
    />
  );
}
