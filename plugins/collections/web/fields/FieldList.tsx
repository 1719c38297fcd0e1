import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { visibleFields } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Card, EmptyState, Switch } from '@pergola/ui';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { collectionsKey } from '../collectionsQuery';
import { moved } from '../order/moved';
import { SortableTable } from '../order/SortableTable';
import { useMove, type Move } from '../order/useMove';
import type { FieldActs } from './FieldActions';
import styles from './FieldList.module.css';
import { isSystemField } from './systemFields';
import { useFieldColumns } from './useFieldColumns';
import { useSystemFieldsShown } from './useSystemFieldsShown';

const nameOf = (field: FieldDefinition) => field.name;

/** The fields in the order that forms and tables take over; rows are dragged into another one. */
export function FieldList({ collection, ...acts }: { collection: CollectionDefinition } & FieldActs) {
  const { t } = useTranslation();
  const text = useText();
  const columns = useFieldColumns(acts);
  const [isSystemShown, showSystem] = useSystemFieldsShown();
  const titleOf = useCallback((field: FieldDefinition) => text(field.uiSchema?.title) || field.name, [text]);
  const fields = useMemo(() => visibleFields(collection), [collection]);
  const own = useMemo(() => fields.filter((field) => !isSystemField(collection, field)), [collection, fields]);
  const move = useMove<CollectionDefinition[]>({
    queryKey: collectionsKey,
    resource: `collections/${collection.name}/fields`,
    apply: (all, change) => withMovedField(all, collection.name, change),
    failed: t('The order was not saved'),
  });
  const systemCount = fields.length - own.length;

  return (
    <>
      {systemCount > 0 && (
        <div className={styles['switch']}>
          <Switch id="systemFields" size="small" checked={isSystemShown} onChange={showSystem} />
          <label htmlFor="systemFields">{t('Keys and system fields ({count})', { count: systemCount })}</label>
        </div>
      )}
      <Card isFlush>
        {!isSystemShown && own.length === 0 ? (
          <EmptyState title={t('No fields of your own yet')}>
            {t('Add a field for each thing you want to know about a record.')}
          </EmptyState>
        ) : (
          <SortableTable
            keyOf={nameOf}
            titleOf={titleOf}
            onMove={move}
            size="middle"
            columns={columns}
            dataSource={isSystemShown ? fields : own}
            pagination={false}
            scroll={{ x: 'max-content' }}
          />
        )}
      </Card>
    </>
  );
}

export function withMovedField(
  all: readonly CollectionDefinition[],
  name: string,
  { source, target }: Move,
): CollectionDefinition[] | null {
  const fields = moved(all.find((one) => one.name === name)?.fields ?? [], nameOf, source, target);
  return fields && all.map((one) => (one.name === name ? { ...one, fields } : one));
}
