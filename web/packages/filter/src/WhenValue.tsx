import { periods, spans, spanUnits } from '@pergola/fields';
import { Input, InputNumber, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './Conditions.module.css';

interface WhenValueProps {
  value: unknown;
  onChange: (value: unknown) => void;
}

interface Moving {
  type: string;
  number?: number;
  unit?: string;
}

const exact = 'exact';
const firstSpan = { number: 7, unit: 'day' };

/** A day of the calendar, or one or more that move with today. */
export function WhenValue({ value, onChange }: WhenValueProps) {
  const { t } = useTranslation();
  const moving = typeof value === 'object' && value !== null ? (value as Moving) : null;
  const isSpan = spans.some((span) => span.type === moving?.type);

  const choose = (type: string) => {
    const span = spans.find((one) => one.type === type);
    onChange(type === exact ? '' : span ? { ...firstSpan, ...(isSpan && moving), type } : { type });
  };

  return (
    <div className={styles['when']}>
      <Select
        className={styles['kind'] ?? ''}
        aria-label={t('Which days')}
        value={moving?.type ?? exact}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { value: exact, label: t('Exact date') },
          ...[...periods, ...spans].map(({ type, title }) => ({ value: type, label: t(title) })),
        ]}
        onChange={choose}
      />
      {!moving && (
        <Input
          type="date"
          aria-label={t('Value')}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {moving && isSpan && (
        <>
          <InputNumber<number>
            className={styles['number'] ?? ''}
            aria-label={t('How many')}
            min={1}
            max={9999}
            precision={0}
            value={moving.number ?? null}
            onChange={(number) => onChange({ ...moving, number })}
          />
          <Select
            aria-label={t('Unit')}
            value={moving.unit ?? 'day'}
            options={spanUnits.map(({ unit, title }) => ({ value: unit, label: t(title) }))}
            onChange={(unit) => onChange({ ...moving, unit })}
          />
          <small className={styles['hint']}>{t('The present one is not among them.')}</small>
        </>
      )}
    </div>
  );
}
