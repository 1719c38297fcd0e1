import { Input, SearchIcon, Segmented } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { choices, type Choice } from '../model/choice';
import type { ListedPlugin } from '../model/plugin';
import styles from './list.module.css';

interface FilterBarProps {
  plugins: readonly ListedPlugin[];
  search: string;
  choice: Choice;
  onChange: (changes: { search?: string; show?: Choice | null }) => void;
}

/** What is looked at, with how many there are of each. */
export function FilterBar({ plugins, search, choice, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <search className={styles['bar']} aria-label={t('Filter')}>
      <Input
        className={styles['search'] ?? ''}
        prefix={<SearchIcon />}
        allowClear
        maxLength={200}
        placeholder={t('Search plugins')}
        aria-label={t('Search plugins')}
        value={search}
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <Segmented<Choice>
        className={styles['choices'] ?? ''}
        aria-label={t('Show')}
        value={choice}
        options={(Object.keys(choices) as Choice[]).map((value) => ({
          value,
          label: (
            <>
              {t(choices[value].title)}
              <span className={styles['count']}>{plugins.filter(choices[value].fits).length}</span>
            </>
          ),
        }))}
        onChange={(show) => onChange({ show: show === 'all' ? null : show })}
      />
    </search>
  );
}
