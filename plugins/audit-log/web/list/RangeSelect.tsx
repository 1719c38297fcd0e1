import { DatePicker, Select } from '@pergola/ui';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Search } from '../model/filter';
import styles from './list.module.css';

interface RangeSelectProps {
  search: Search;
  onChange: (changes: Partial<Search>) => void;
}

const custom = 'custom';
const day = 'YYYY-MM-DD';

/** The time that is looked at: back from now, or between two days. */
export function RangeSelect({ search, onChange }: RangeSelectProps) {
  const { t } = useTranslation();
  const isCustom = search.range === custom || search.from !== null || search.to !== null;
  const options = [
    { value: 'hour', label: t('Last hour') },
    { value: 'today', label: t('Today') },
    { value: 'week', label: t('Last 7 days') },
    { value: 'month', label: t('Last 30 days') },
    { value: custom, label: t('Between two days') },
  ];
  return (
    <>
      <Select
        allowClear
        placeholder={t('Any time')}
        aria-label={t('Time')}
        value={isCustom ? custom : search.range}
        options={options}
        onChange={(range) => onChange({ range: range ?? null, from: null, to: null })}
      />
      {isCustom && (
        <DatePicker.RangePicker
          className={styles['wide'] ?? ''}
          aria-label={t('Between two days')}
          allowEmpty={[true, true]}
          value={[search.from ? dayjs(search.from) : null, search.to ? dayjs(search.to) : null]}
          onChange={(days) =>
            onChange({ range: custom, from: days?.[0]?.format(day) ?? null, to: days?.[1]?.format(day) ?? null })
          }
        />
      )}
    </>
  );
}
