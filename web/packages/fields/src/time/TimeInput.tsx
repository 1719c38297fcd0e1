import { TimePicker } from '@pergola/ui';
import dayjs from 'dayjs';
import type { InputProps } from '../fieldInterface';
import styles from '../views.module.css';

const anyDay = '2000-01-01';

export function TimeInput({ id, value, onChange, disabled, isInline = false }: InputProps) {
  const read = typeof value === 'string' ? dayjs(`${anyDay}T${value}`) : null;
  return (
    <TimePicker
      {...(id && { id })}
      className={styles['wide'] ?? ''}
      needConfirm={false}
      autoFocus={isInline}
      defaultOpen={isInline}
      value={read?.isValid() ? read : null}
      disabled={disabled ?? false}
      onChange={(time) => onChange?.(time?.format('HH:mm:ss') ?? null)}
    />
  );
}
