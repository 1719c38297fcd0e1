import type { EnumOption } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Button, DeleteIcon, Input, PlusIcon, Select, Tag } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { colorNames } from '../categories/colors';
import { randomName } from '../names';
import { SortableList } from '../order/SortableList';
import { useItemKeys } from '../order/useItemKeys';
import styles from './OptionsInput.module.css';

interface OptionsInputProps {
  value?: EnumOption[];
  onChange?: (options: EnumOption[]) => void;
}

const noOptions: EnumOption[] = [];

/** What can be chosen: titles, stored values and colours, in their order. */
export function OptionsInput({ value = noOptions, onChange }: OptionsInputProps) {
  const { t } = useTranslation();
  const text = useText();
  const { keys, removed, moved } = useItemKeys(value.length);
  const change = (index: number, part: Partial<EnumOption>) =>
    onChange?.(value.map((option, at) => (at === index ? { ...option, ...part } : option)));
  const add = () => {
    const color = colorNames[value.length % colorNames.length] ?? 'default';
    onChange?.([...value, { value: randomName('o_'), label: '', color }]);
  };

  return (
    <div className={styles['options']}>
      <SortableList
        keys={keys}
        titleOf={(index) => text(value[index]?.label) || String(index + 1)}
        onMove={(from, to) => {
          moved(from, to);
          const option = value[from];
          onChange?.(option ? value.toSpliced(from, 1).toSpliced(to, 0, option) : value);
        }}
      >
        {(index) => {
          const option = value[index];
          return (
            option && (
              <OptionItem
                option={option}
                number={index + 1}
                onChange={(part) => change(index, part)}
                onEnter={add}
                onRemove={() => {
                  removed(index);
                  onChange?.(value.toSpliced(index, 1));
                }}
              />
            )
          );
        }}
      </SortableList>
      <Button type="dashed" icon={<PlusIcon />} onClick={add}>
        {t('Add option')}
      </Button>
    </div>
  );
}

interface OptionItemProps {
  option: EnumOption;
  number: number;
  onChange: (part: Partial<EnumOption>) => void;
  onEnter: () => void;
  onRemove: () => void;
}

function OptionItem({ option, number, onChange, onEnter, onRemove }: OptionItemProps) {
  const { t } = useTranslation();
  // Stored for all languages until somebody types another one.
  const label = useText()(option.label);
  return (
    <div className={styles['option']}>
      <Input
        value={label}
        autoFocus={label === ''}
        placeholder={t('Title')}
        aria-label={t('Title of option {number}', { number })}
        onChange={(event) => onChange({ label: event.target.value })}
        onPressEnter={(event) => {
          // Enter goes on to the next option instead of saving an unfinished list.
          event.preventDefault();
          onEnter();
        }}
      />
      <Input
        value={String(option.value)}
        placeholder={t('Value')}
        aria-label={t('Value of option {number}', { number })}
        spellCheck={false}
        onChange={(event) => onChange({ value: event.target.value })}
      />
      <Select
        value={option.color ?? 'default'}
        aria-label={t('Color of option {number}', { number })}
        options={colorNames.map((color) => ({ value: color, label: <Tag color={color}>{label || '–'}</Tag> }))}
        onChange={(color) => onChange({ color })}
      />
      <Button
        type="text"
        icon={<DeleteIcon />}
        aria-label={t('Delete {title}', { title: label })}
        onClick={onRemove}
      />
    </div>
  );
}
