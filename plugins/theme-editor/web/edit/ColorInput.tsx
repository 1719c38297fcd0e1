import { ColorPicker } from '@pergola/ui';

interface ColorInputProps {
  /** Given by the form. */
  id?: string;
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
  label: string;
  /** What holds without a choice. */
  fallback: string;
}

/** A colour, or none for that of the product. */
export function ColorInput({ id, value, onChange, label, fallback }: ColorInputProps) {
  return (
    <ColorPicker
      {...(id !== undefined && { id })}
      aria-label={label}
      disabledAlpha
      allowClear={value !== undefined}
      showText={() => value ?? '–'}
      value={value ?? fallback}
      onChangeComplete={(color) => onChange?.(color.cleared ? undefined : color.toHexString())}
    />
  );
}
