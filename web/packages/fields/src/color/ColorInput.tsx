import { ColorPicker } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';

export function ColorInput({ value, onChange, disabled, isInline = false }: InputProps) {
  return (
    <ColorPicker
      showText
      allowClear
      {...(isInline && { defaultOpen: true })}
      value={typeof value === 'string' ? value : null}
      disabled={disabled ?? false}
      onChangeComplete={(color) => onChange?.(color.cleared ? null : color.toHexString())}
    />
  );
}
