import type { FieldDefinition } from '@pergola/api';
import { Button, CodeIcon, DeleteIcon, Dropdown, EditIcon, IconButton, MoreIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from '../pages/tables.module.css';

export interface FieldActs {
  onEdit: (field: FieldDefinition) => void;
  onDelete: (field: FieldDefinition) => void;
  onShowJson: (field: FieldDefinition) => void;
}

interface FieldActionsProps extends FieldActs {
  field: FieldDefinition;
  title: string;
  /** On a phone there is room for one button. */
  isNarrow: boolean;
}

/** What can be done with a field of the list. */
export function FieldActions({ field, title, isNarrow, onEdit, onDelete, onShowJson }: FieldActionsProps) {
  const { t } = useTranslation();
  const isKey = field.primaryKey ?? false;
  if (isNarrow) {
    const run: Record<string, (field: FieldDefinition) => void> = { json: onShowJson, edit: onEdit, delete: onDelete };
    return (
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'edit', icon: <EditIcon />, label: t('Edit') },
            { key: 'json', icon: <CodeIcon />, label: t('JSON') },
            { key: 'delete', icon: <DeleteIcon />, label: t('Delete'), danger: true, disabled: isKey },
          ],
          onClick: ({ key }) => run[key]?.(field),
        }}
      >
        <Button type="text" icon={<MoreIcon />} aria-label={t('Actions for {title}', { title })} />
      </Dropdown>
    );
  }
  return (
    <span className={styles['actions']}>
      <IconButton
        icon={<CodeIcon />}
        hint={t('JSON')}
        label={t('Definition of {title}', { title })}
        onClick={() => onShowJson(field)}
      />
      <IconButton
        icon={<EditIcon />}
        hint={t('Edit')}
        label={t('Edit {title}', { title })}
        onClick={() => onEdit(field)}
      />
      <IconButton
        icon={<DeleteIcon />}
        hint={t('Delete')}
        isDisabled={isKey}
        label={t('Delete {title}', { title })}
        onClick={() => onDelete(field)}
      />
    </span>
  );
}
