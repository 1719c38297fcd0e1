import type { FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Fragment } from 'react';
import styles from './RecordDrawer.module.css';

interface SystemValuesProps {
  label: string;
  fields: readonly FieldDefinition[];
  record: RecordValues;
}

/** What the server has filled in, and what cannot be changed, to be read. */
export function SystemValues({ label, fields, record }: SystemValuesProps) {
  const text = useText();
  return (
    <dl className={styles['system']} aria-label={label}>
      {fields.map((field) => {
        const { View } = interfaceOf(field);
        return (
          <Fragment key={field.name}>
            <dt>{text(field.uiSchema?.title) || field.name}</dt>
            <dd>
              <View field={field} value={record[field.name]} />
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
