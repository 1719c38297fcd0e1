import { InputNumber } from '@pergola/ui';
import type { InputProps } from '../fieldInterface';
import styles from '../views.module.css';
import { shiftPoint, toWire } from './numberText';

const whole = new Set(['integer', 'id', 'snowflakeId', 'sort']);

export function NumberInput({ field, id, value, onChange, disabled, isInline = false }: InputProps) {
  const isPercent = field.interface === 'percent';
  const shown = value === null || value === undefined ? null : isPercent ? shiftPoint(value, 2) : String(value);
  return (
    <InputNumber<string>
      {...(id && { id })}
      stringMode
      autoFocus={isInline}
      controls={false}
      className={styles['wide'] ?? ''}
      value={shown}
      disabled={disabled ?? false}
      {...(whole.has(field.interface ?? '') && { precision: 0 })}
      {...(isPercent && { suffix: '%' })}
      onChange={(text) => onChange?.(toWire(isPercent && text ? shiftPoint(text, -2) : text))}
    />
  );
}
