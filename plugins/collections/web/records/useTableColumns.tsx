import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import type { TableColumnsType } from '@pergola/ui';
import { keyFieldOf } from '../collectionsQuery';
import styles from './RecordTable.module.css';

/** A column for every field; the first opens the record. */
export function useTableColumns(
  collection: CollectionDefinition,
  fields: FieldDefinition[],
  sort: string | null,
  onOpen: (key: string) => void,
): TableColumnsType<RecordValues> {
  const text = useText();
  const key = keyFieldOf(collection);
  const sorted = sort?.replace(/^-/, '');

  return fields.map((field, index) => {
    const { View, align, width, isSortable } = interfaceOf(field);
    return {
      key: field.name,
      title: text(field.uiSchema?.title) || field.name,
      ...(align && { align }),
      ...(width && { minWidth: width }),
      ...(index === 0 && { fixed: 'start' as const }),
      ...(isSortable && {
        sorter: true,
        sortOrder: sorted === field.name ? (sort?.startsWith('-') ? ('descend' as const) : ('ascend' as const)) : null,
      }),
      render: (_: unknown, row: RecordValues) =>
        index === 0 ? (
          <button type="button" className={styles['open']} onClick={() => onOpen(String(row[key]))}>
            <View field={field} value={row[field.name]} />
          </button>
        ) : (
          <View field={field} value={row[field.name]} />
        ),
    };
  });
}
