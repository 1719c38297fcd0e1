import { Input } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './Conditions.module.css';

interface DaysValueProps {
  value: unknown;
  onChange: (value: unknown) => void;
}

/** From one day to another, both included. */
export function DaysValue({ value, onChange }: DaysValueProps) {
  const { t } = useTranslation();
  const [from, to] = (Array.isArray(value) ? value : []).map(String);
  return (
    <div className={styles['when']}>
      <Input
        type="date"
        aria-label={t('First day')}
        value={from ?? ''}
        onChange={(event) => onChange([event.target.value, to ?? ''])}
      />
      <Input
        type="date"
        aria-label={t('Last day')}
        value={to ?? ''}
        onChange={(event) => onChange([from ?? '', event.target.value])}
      />
    </div>
  );
}
