import { ColorPicker } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';

export function ColorInput({ value, onChange, disabled }: InputProps) {
  return (
    <ColorPicker
      showText
      allowClear
      value={typeof value === 'string' ? value : null}
      disabled={disabled ?? false}
      onChangeComplete={(color) => onChange?.(color.cleared ? null : color.toHexString())}
    />
  );
}
