import type { EnumOption } from '@pergola/api';
import { Button, DeleteIcon, Input, PlusIcon, Select, Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { randomName } from '../newCollection';
import styles from './OptionsInput.module.css';

/** Colour names as they are stored; the component library knows them. */
const colors = ['default', 'green', 'cyan', 'blue', 'purple', 'magenta', 'red', 'orange', 'gold', 'lime'];

interface OptionsInputProps {
  value?: EnumOption[];
  onChange?: (options: EnumOption[]) => void;
}

const noOptions: EnumOption[] = [];

export function OptionsInput({ value = noOptions, onChange }: OptionsInputProps) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<EnumOption>) =>
    onChange?.(value.map((option, at) => (at === index ? { ...option, ...part } : option)));
  const add = () =>
    onChange?.([...value, { value: randomName('o_'), label: '', color: colors[value.length % colors.length] ?? '' }]);

  return (
    <div className={styles['options']}>
      {value.map((option, index) => (
        <div key={index} className={styles['option']}>
          <Input
            value={option.label}
            autoFocus={option.label === ''}
            placeholder={t('Title')}
            aria-label={t('Title of option {number}', { number: index + 1 })}
            onChange={(event) => change(index, { label: event.target.value })}
          />
          <Input
            value={String(option.value)}
            placeholder={t('Value')}
            aria-label={t('Value of option {number}', { number: index + 1 })}
            spellCheck={false}
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <Select
            value={option.color ?? 'default'}
            aria-label={t('Color of option {number}', { number: index + 1 })}
            options={colors.map((color) => ({ value: color, label: <Tag color={color}>{option.label || '–'}</Tag> }))}
            onChange={(color) => change(index, { color })}
          />
          <Button
            type="text"
            icon={<DeleteIcon />}
            aria-label={t('Delete {title}', { title: option.label })}
            onClick={() => onChange?.(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button type="dashed" icon={<PlusIcon />} onClick={add}>
        {t('Add option')}
      </Button>
    </div>
  );
}
