import { DatePicker } from '@pergola/ui';
import dayjs, { type Dayjs } from 'dayjs';
import type { InputProps } from '../fieldInterface';
import styles from '../views.module.css';

const writers: Record<string, (date: Dayjs) => string> = {
  dateOnly: (date) => date.format('YYYY-MM-DD'),
  datetimeNoTz: (date) => date.format('YYYY-MM-DD HH:mm:ss'),
};

const instant = (date: Dayjs) => date.toISOString();

export function DateInput({ field, id, value, onChange, disabled, isInline = false }: InputProps) {
  const kind = field.interface ?? '';
  const write = writers[kind] ?? instant;
  const showTime = kind !== 'dateOnly' && field.uiSchema?.['x-component-props']?.['showTime'] === true;
  const read = typeof value === 'string' ? dayjs(value) : null;
  return (
    <DatePicker
      {...(id && { id })}
      className={styles['wide'] ?? ''}
      showTime={showTime}
      needConfirm={false}
      autoFocus={isInline}
      defaultOpen={isInline}
      value={read?.isValid() ? read : null}
      disabled={disabled ?? false}
      onChange={(date) => onChange?.(date === null ? null : write(showTime ? date : date.startOf('day')))}
    />
  );
}
