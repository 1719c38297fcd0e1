import { useText } from '@pergola/plugin';
import { Button, Input, SearchIcon, Select } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../model/entry';
import { isSearching, names, type Search } from '../model/filter';
import { actionTitles, commonActions, outcomeTitles } from '../model/words';
import { useCollectionTitles } from '../queries';
import { PersonSelect } from './PersonSelect';
import { RangeSelect } from './RangeSelect';
import styles from './list.module.css';

interface FilterBarProps {
  search: Search;
  onChange: (changes: Partial<Search>) => void;
}

/** What is looked for in the log. */
export function FilterBar({ search, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const text = useText();
  const collections = useCollectionTitles();
  const places = useMemo(
    () => [...collections.values()].map(({ name, title }) => ({ value: name, label: text(title) || name })),
    [collections, text],
  );
  const outcomes = (Object.keys(outcomeTitles) as Outcome[]).map((value) => ({ value, label: t(outcomeTitles[value]) }));

  return (
    <search className={styles['bar']} aria-label={t('Filter')}>
      <Input
        className={styles['wide'] ?? ''}
        prefix={<SearchIcon />}
        allowClear
        maxLength={200}
        placeholder={t('Search the log')}
        aria-label={t('Search the log')}
        value={search.search ?? ''}
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <RangeSelect search={search} onChange={onChange} />
      <PersonSelect value={search.user} onChange={(user) => onChange({ user })} />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('Any action')}
        aria-label={t('Action')}
        value={search.action}
        options={commonActions.map((value) => ({ value: value as string, label: t(actionTitles[value] ?? value) }))}
        onChange={(action) => onChange({ action: action ?? null })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('Any collection')}
        aria-label={t('Collection')}
        value={search.collection}
        options={places}
        onChange={(collection) => onChange({ collection: collection ?? null })}
      />
      <Select
        allowClear
        placeholder={t('Any result')}
        aria-label={t('Result')}
        value={search.result}
        options={outcomes as { value: string; label: string }[]}
        onChange={(result) => onChange({ result: result ?? null })}
      />
      {isSearching(search) && (
        <Button
          type="text"
          className={styles['clear'] ?? ''}
          onClick={() => onChange(Object.fromEntries(names.map((name) => [name, null])))}
        >
          {t('Clear the filter')}
        </Button>
      )}
    </search>
  );
}
