import { Button, InputNumber, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from '../pages/forms.module.css';
import { inWords, readDuration, units, writeDuration, type Unit } from './duration';

interface DurationInputProps {
  /** Given by the form, such as `6h`. */
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
  label: string;
  presets: readonly string[];
}

/** A number and a unit, and what most people choose. */
export function DurationInput({ id, value = '', onChange, label, presets }: DurationInputProps) {
  const { t, i18n } = useTranslation();
  const read = readDuration(value);
  const unit = read?.unit ?? 'd';
  const titles: Record<Unit, string> = { m: t('Minutes'), h: t('Hours'), d: t('Days') };
  const presetTitle = (text: string) => {
    const preset = readDuration(text);
    return preset ? inWords(preset, i18n.language) : text;
  };
  return (
    <>
      <div className={styles['duration']}>
        <InputNumber
          {...(id !== undefined && { id })}
          min={0}
          style={{ width: 140 }}
          value={read?.amount ?? null}
          onChange={(amount) => onChange?.(amount === null ? '' : writeDuration({ amount, unit }))}
        />
        <Select<Unit>
          aria-label={t('Unit: {label}', { label })}
          value={unit}
          options={units.map((one) => ({ value: one, label: titles[one] }))}
          onChange={(chosen) => onChange?.(writeDuration({ amount: read?.amount ?? 1, unit: chosen }))}
        />
      </div>
      <div className={styles['presets']}>
        {presets.map((preset) => (
          <Button
            key={preset}
            size="small"
            type={preset === value ? 'primary' : 'default'}
            ghost={preset === value}
            aria-pressed={preset === value}
            aria-label={`${label}: ${presetTitle(preset)}`}
            onClick={() => onChange?.(preset)}
          >
            {presetTitle(preset)}
          </Button>
        ))}
      </div>
    </>
  );
}
