import type { FieldDefinition } from '@pergola/api';
import { interfaceOf, isRelation } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Tag, useIsNarrow, type TableColumnsType } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../pages/tables.module.css';
import { fieldsPath } from '../paths';
import { FieldActions, type FieldActs } from './FieldActions';
import { isRequired } from './rules';

/** The columns of the list of fields; on a phone only title and kind, and a menu. */
export function useFieldColumns({ onEdit, onDelete, onShowJson }: FieldActs): TableColumnsType<FieldDefinition> {
  const { t } = useTranslation();
  const text = useText();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const titleOf = (field: FieldDefinition) => text(field.uiSchema?.title) || field.name;
    const actions = {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end' as const,
      // In reach also where the columns do not all have room.
      fixed: 'end' as const,
      width: isNarrow ? 60 : 140,
      render: (_: unknown, field: FieldDefinition) => (
        <FieldActions
          field={field}
          title={titleOf(field)}
          isNarrow={isNarrow}
          onEdit={onEdit}
          onDelete={onDelete}
          onShowJson={onShowJson}
        />
      ),
    };
    if (isNarrow) {
      const title = (_: unknown, field: FieldDefinition) => (
        <>
          <strong>{titleOf(field)}</strong>
          <div className={styles['second']}>{t(interfaceOf(field).title)}</div>
        </>
      );
      return [{ title: t('Title'), render: title }, actions];
    }
    return [
      { title: t('Title'), render: (_, field) => <strong>{titleOf(field)}</strong> },
      { title: t('Name'), render: (_, field) => <code className={styles['code']}>{field.name}</code> },
      { title: t('Kind'), render: (_, field) => t(interfaceOf(field).title) },
      { title: t('Type'), render: (_, field) => <code className={styles['code']}>{field.type}</code> },
      { title: t('About'), render: (_, field) => <FieldTags field={field} /> },
      actions,
    ];
  }, [t, text, isNarrow, onEdit, onDelete, onShowJson]);
}

function FieldTags({ field }: { field: FieldDefinition }) {
  const { t } = useTranslation();
  return (
    <>
      {field.primaryKey && <Tag>{t('Primary key')}</Tag>}
      {isRequired(field) && <Tag>{t('Required')}</Tag>}
      {field.unique && <Tag>{t('Unique')}</Tag>}
      {isRelation(field) && field.target && (
        <Link to={fieldsPath(field.target)}>
          <Tag>{`→ ${field.target}`}</Tag>
        </Link>
      )}
      {field.isForeignKey && <Tag>{t('Key of a relation')}</Tag>}
    </>
  );
}
