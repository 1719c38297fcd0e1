import { Input, InputNumber, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { Pattern } from './patterns';
import styles from './settings.module.css';

interface PatternOptionsProps {
  pattern: Pattern;
  /** Its place, counted from one. */
  number: number;
  onChange: (pattern: Pattern) => void;
}

const formats = ['YYYY', 'YY', 'YYYYMM', 'YYYYMMDD', 'YYYY-MM', 'YYYY-MM-DD', 'MM', 'DD'];

/** What one part of a sequence needs to know. */
export function PatternOptions({ pattern, number, onChange }: PatternOptionsProps) {
  const { t } = useTranslation();
  switch (pattern.type) {
    case 'string':
      return (
        <Input
          className={styles['value'] ?? ''}
          value={pattern.options.value}
          aria-label={t('Text of part {number}', { number })}
          onChange={(event) => onChange({ ...pattern, options: { value: event.target.value } })}
        />
      );
    case 'integer':
      return (
        <>
          <label>
            {t('Digits')}
            <InputNumber
              className={styles['short'] ?? ''}
              min={1}
              max={18}
              precision={0}
              value={pattern.options.digits}
              onChange={(digits) => onChange({ ...pattern, options: { ...pattern.options, digits: digits ?? 1 } })}
            />
          </label>
          <label>
            {t('From')}
            <InputNumber
              className={styles['short'] ?? ''}
              min={0}
              precision={0}
              value={pattern.options.start}
              onChange={(start) => onChange({ ...pattern, options: { ...pattern.options, start: start ?? 0 } })}
            />
          </label>
        </>
      );
    case 'date':
      return (
        <Select
          className={styles['value'] ?? ''}
          value={pattern.options.format}
          aria-label={t('Format of part {number}', { number })}
          options={formats.map((format) => ({ value: format, label: format }))}
          onChange={(format) => onChange({ ...pattern, options: { ...pattern.options, format } })}
        />
      );
    case 'randomChar':
      return (
        <>
          <label>
            {t('Length')}
            <InputNumber
              className={styles['short'] ?? ''}
              min={1}
              max={64}
              precision={0}
              value={pattern.options.length}
              onChange={(length) => onChange({ ...pattern, options: { ...pattern.options, length: length ?? 1 } })}
            />
          </label>
          <Select
            mode="multiple"
            className={styles['value'] ?? ''}
            value={pattern.options.charsets}
            aria-label={t('Characters of part {number}', { number })}
            options={[
              { value: 'number', label: '0–9' },
              { value: 'lowercase', label: 'a–z' },
              { value: 'uppercase', label: 'A–Z' },
              { value: 'symbol', label: t('Symbols') },
            ]}
            onChange={(charsets) => onChange({ ...pattern, options: { ...pattern.options, charsets } })}
          />
        </>
      );
  }
}
