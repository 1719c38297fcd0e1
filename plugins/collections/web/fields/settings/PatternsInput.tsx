import { msg } from '@pergola/plugin';
import { Button, DeleteIcon, Dropdown, PlusIcon } from '@pergola/ui';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { SortableList } from '../../order/SortableList';
import { useItemKeys } from '../../order/useItemKeys';
import { PatternOptions } from './PatternOptions';
import { newPattern, sampleOf, type Pattern } from './patterns';
import styles from './settings.module.css';

interface PatternsInputProps {
  value?: Pattern[];
  onChange?: (patterns: Pattern[]) => void;
}

const titles: Readonly<Record<Pattern['type'], string>> = {
  string: msg('Fixed text'),
  integer: msg('Counter'),
  date: msg('Day of creation'),
  randomChar: msg('Random characters'),
};

const none: Pattern[] = [];

/** The parts that the text is joined from, in their order. */
export function PatternsInput({ value = none, onChange }: PatternsInputProps) {
  const { t } = useTranslation();
  const { keys, removed, moved } = useItemKeys(value.length);
  const titleOf = (index: number) => t(titles[value[index]?.type ?? 'string']);
  return (
    <div className={styles['patterns']}>
      <SortableList
        keys={keys}
        titleOf={titleOf}
        onMove={(from, to) => {
          moved(from, to);
          const part = value[from];
          onChange?.(part ? value.toSpliced(from, 1).toSpliced(to, 0, part) : value);
        }}
      >
        {(index) => {
          const pattern = value[index];
          return (
            pattern && (
              <div className={styles['pattern']}>
                <span className={styles['kind']}>{titleOf(index)}</span>
                <PatternOptions
                  pattern={pattern}
                  number={index + 1}
                  onChange={(changed) => onChange?.(value.with(index, changed))}
                />
                <Button
                  type="text"
                  icon={<DeleteIcon />}
                  aria-label={t('Remove part {number}', { number: index + 1 })}
                  onClick={() => {
                    removed(index);
                    onChange?.(value.toSpliced(index, 1));
                  }}
                />
              </div>
            )
          );
        }}
      </SortableList>
      <Dropdown
        trigger={['click']}
        menu={{
          items: Object.entries(titles).map(([type, title]) => ({ key: type, label: t(title) })),
          onClick: ({ key }) => onChange?.([...value, newPattern(key as Pattern['type'])]),
        }}
      >
        <Button type="dashed" icon={<PlusIcon />}>
          {t('Add part')}
        </Button>
      </Dropdown>
      {value.length > 0 && (
        <p className={styles['sample']}>
          {t('Begins with')} <code>{sampleOf(value, (format) => dayjs().format(format))}</code>
        </p>
      )}
    </div>
  );
}
