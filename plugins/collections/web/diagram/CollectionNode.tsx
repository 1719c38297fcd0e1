import type { FieldDefinition } from '@pergola/api';
import { interfaceOf } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { KeyIcon } from '@pergola/ui';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fieldsPath } from '../paths';
import styles from './CollectionNode.module.css';
import type { NodeFields } from './nodes';

export type CollectionFlowNode = Node<NodeFields & { name: string; title: string }, 'collection'>;

/** A collection with its fields; lines end beside the field they belong to. */
export function CollectionNode({ data }: NodeProps<CollectionFlowNode>) {
  const { t } = useTranslation();
  const { name, title, shown, more } = data;
  return (
    <article className={styles['node']}>
      <header className={styles['head']}>
        <Link to={fieldsPath(name)} className={`${styles['title']} nodrag`} draggable={false}>
          {title}
        </Link>
        <code>{name}</code>
        <Ends field="" />
      </header>
      <ul className={styles['fields']}>
        {shown.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
        {more > 0 && <li className={styles['more']}>{t('and {count} more', { count: more })}</li>}
      </ul>
    </article>
  );
}

function FieldRow({ field }: { field: FieldDefinition }) {
  const { t } = useTranslation();
  const text = useText();
  const isKey = field.primaryKey === true || field.isForeignKey === true;
  return (
    <li className={field.primaryKey ? `${styles['field']} ${styles['key']}` : styles['field']}>
      {isKey && <KeyIcon aria-label={field.primaryKey ? t('Primary key') : t('Key of a relation')} />}
      <span className={styles['name']} title={field.name}>
        {text(field.uiSchema?.title) || field.name}
      </span>
      <span className={styles['kind']}>{t(interfaceOf(field).title)}</span>
      <Ends field={field.name} />
    </li>
  );
}

/** Where lines begin and end, on both sides. */
function Ends({ field }: { field: string }) {
  return (
    <>
      <Handle
        id={`${field}:left`}
        type="source"
        position={Position.Left}
        isConnectable={false}
        className={styles['end'] ?? ''}
      />
      <Handle
        id={`${field}:right`}
        type="source"
        position={Position.Right}
        isConnectable={false}
        className={styles['end'] ?? ''}
      />
    </>
  );
}
