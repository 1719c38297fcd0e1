import { useNotices } from '@pergola/plugin';
import { CopyIcon, DeleteIcon, EditIcon, IconButton, Tag, useIsNarrow, type TableColumnsType } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { referenceTo, type Variable } from '../model/variable';
import styles from '../variables.module.css';

type Act = (variable: Variable) => void;

/** The columns of the list; on a phone one with everything, and the buttons. */
export function useVariableColumns(onEdit: Act, onDelete: Act): TableColumnsType<Variable> {
  const { t } = useTranslation();
  const notices = useNotices();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const copy = async ({ name }: Variable) => {
      try {
        await navigator.clipboard.writeText(referenceTo(name));
        notices.done(t('{text} is copied', { text: referenceTo(name) }));
      } catch (error) {
        notices.failed(t('Not copied'), error);
      }
    };
    const name = (variable: Variable) => <span className={styles['name']}>{variable.name}</span>;
    const type = ({ type: one }: Variable) => <Tag>{one === 'secret' ? t('Secret') : t('Variable')}</Tag>;
    const value = (variable: Variable) =>
      variable.type === 'secret' ? (
        <span className={styles['quiet']}>{t('Hidden')}</span>
      ) : (
        <span className={styles['value']} title={variable.value ?? ''}>
          {variable.value}
        </span>
      );
    const actions = {
      title: t('Actions'),
      align: 'end' as const,
      width: 136,
      render: (_: unknown, variable: Variable) => (
        <span className={styles['actions']}>
          <IconButton
            icon={<CopyIcon />}
            hint={t('Copy what settings write')}
            label={t('Copy {text}', { text: referenceTo(variable.name) })}
            onClick={() => void copy(variable)}
          />
          <IconButton
            icon={<EditIcon />}
            hint={t('Edit')}
            label={t('Edit {title}', { title: variable.name })}
            onClick={() => onEdit(variable)}
          />
          <IconButton
            icon={<DeleteIcon />}
            hint={t('Delete')}
            label={t('Delete {title}', { title: variable.name })}
            onClick={() => onDelete(variable)}
          />
        </span>
      ),
    };
    if (isNarrow) {
      const all = (variable: Variable) => (
        <span className={styles['narrow']}>
          {name(variable)}
          {value(variable)}
          <span>{type(variable)}</span>
        </span>
      );
      return [{ title: t('Name'), render: (_, variable) => all(variable) }, actions];
    }
    return [
      { title: t('Name'), render: (_, variable) => name(variable) },
      { title: t('Kind'), width: 120, render: (_, variable) => type(variable) },
      { title: t('Value'), render: (_, variable) => value(variable) },
      actions,
    ];
  }, [t, notices, isNarrow, onEdit, onDelete]);
}
