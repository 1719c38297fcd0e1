import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Fragment } from 'react';
import { keyFieldOf } from '../collectionsQuery';
import styles from './RecordTable.module.css';

interface RecordCardsProps {
  collection: CollectionDefinition;
  fields: FieldDefinition[];
  rows: RecordValues[];
  onOpen: (key: string) => void;
}

/** The table of a phone. */
export function RecordCards({ collection, fields, rows, onOpen }: RecordCardsProps) {
  const text = useText();
  const key = keyFieldOf(collection);
  const [title, ...rest] = fields;
  return (
    <ul className={styles['cards']}>
      {rows.map((row) => {
        const id = String(row[key]);
        const Title = title && interfaceOf(title).View;
        return (
          <li key={id} className={styles['card']}>
            <div className={styles['cardTitle']}>
              <button type="button" className={styles['open']} onClick={() => onOpen(id)}>
                {title && Title && <Title field={title} value={row[title.name]} />}
              </button>
            </div>
            <dl className={styles['values']}>
              {rest.map((field) => {
                const { View } = interfaceOf(field);
                return (
                  <Fragment key={field.name}>
                    <dt>{text(field.uiSchema?.title) || field.name}</dt>
                    <dd>
                      <View field={field} value={row[field.name]} />
                    </dd>
                  </Fragment>
                );
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
