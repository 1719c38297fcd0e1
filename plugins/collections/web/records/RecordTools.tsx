import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Button, Checkbox, ColumnsIcon, FilterIcon, Popover, ReloadIcon, Tooltip } from '@pergola/ui';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleFields } from '../collectionsQuery';
import { shownFields } from './columns';
import { DensityChoice } from './DensityChoice';
import { FilterBuilder } from './FilterBuilder';
import styles from './RecordTools.module.css';
import { recordsKey } from './useRecords';
import type { TableView, ViewChange } from './view';

interface RecordToolsProps {
  collection: CollectionDefinition;
  view: TableView;
  onChange: (change: ViewChange) => void;
}

export function RecordTools({ collection, view, onChange }: RecordToolsProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const isFetching = useIsFetching({ queryKey: recordsKey(collection.name) }) > 0;
  const [isFiltering, setIsFiltering] = useState(false);
  const count = view.conditions.items.length;

  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('Table')}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={isFiltering}
        onOpenChange={setIsFiltering}
        destroyOnHidden
        content={
          <FilterBuilder
            collection={collection}
            conditions={view.conditions}
            onApply={(conditions) => {
              setIsFiltering(false);
              onChange({ filter: conditions.items.length ? JSON.stringify(conditions) : null, page: null });
            }}
          />
        }
      >
        <Button icon={<FilterIcon />} type={count ? 'primary' : 'default'} ghost={count > 0}>
          {count ? t('Filter ({count})', { count }) : t('Filter')}
        </Button>
      </Popover>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        content={<ColumnChoice collection={collection} view={view} onChange={onChange} />}
      >
        <Button icon={<ColumnsIcon />}>{t('Columns')}</Button>
      </Popover>
      <DensityChoice />
      <Tooltip title={t('Read again')}>
        <Button
          type="text"
          icon={<ReloadIcon spin={isFetching} />}
          aria-label={t('Read again')}
          onClick={() => void queries.invalidateQueries({ queryKey: recordsKey(collection.name) })}
        />
      </Tooltip>
    </div>
  );
}

function ColumnChoice({ collection, view, onChange }: RecordToolsProps) {
  const { t } = useTranslation();
  const text = useText();
  const shown = shownFields(collection, view.columns).map((field) => field.name);
  return (
    <div className={styles['columns']}>
      <Checkbox.Group
        className={styles['choice'] ?? ''}
        value={shown}
        options={visibleFields(collection).map((field) => ({
          value: field.name,
          label: text(field.uiSchema?.title) || field.name,
        }))}
        onChange={(names) => onChange({ columns: names.join(',') })}
      />
      <Button size="small" type="link" onClick={() => onChange({ columns: null })}>
        {t('As at first')}
      </Button>
    </div>
  );
}
