import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Button, Card, EmptyState } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import type { ViewChange } from './view';

interface NoRecordsProps {
  collection: CollectionDefinition;
  isFiltered: boolean;
  onChange: (change: ViewChange) => void;
}

/** Why there are no rows, and the one thing that brings some. */
export function NoRecords({ collection, isFiltered, onChange }: NoRecordsProps) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <Card>
      <EmptyState
        title={isFiltered ? t('No record meets the filter') : t('No records yet')}
        action={
          isFiltered ? (
            <Button onClick={() => onChange({ filter: null, page: null })}>{t('Clear the filter')}</Button>
          ) : collection.access?.create === false ? null : (
            <Button type="primary" onClick={() => onChange({ record: 'new' })}>
              {t('Add the first record')}
            </Button>
          )
        }
      >
        {isFiltered
          ? t('There are records, but none of them meets all its conditions.')
          : t('{title} holds one record for each thing you keep here.', {
              title: text(collection.title) || collection.name,
            })}
      </EmptyState>
    </Card>
  );
}
