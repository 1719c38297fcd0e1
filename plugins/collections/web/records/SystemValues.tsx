import type { FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './RecordDrawer.module.css';

/** What the server has filled in, to be read. */
export function SystemValues({ fields, record }: { fields: readonly FieldDefinition[]; record: RecordValues }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <dl className={styles['system']} aria-label={t('Filled in by the system')}>
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
