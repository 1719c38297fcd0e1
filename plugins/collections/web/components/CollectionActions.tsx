import type { CollectionDefinition } from '@pergola/api';
import { Button, DeleteIcon, Dropdown, EditIcon, FieldsIcon, IconButton, MoreIcon, TableIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CategoriesButton } from '../categories/CategoriesButton';
import { isSystem } from '../collectionsQuery';
import styles from '../pages/tables.module.css';
import { fieldsPath, recordsPath } from '../paths';

interface CollectionActionsProps {
  collection: CollectionDefinition;
  title: string;
  /** On a phone there is room for one button. */
  isNarrow: boolean;
  onEdit: (collection: CollectionDefinition) => void;
  onDelete: (collection: CollectionDefinition) => void;
}

/** What can be done with a collection of the list. */
export function CollectionActions({ collection, title, isNarrow, onEdit, onDelete }: CollectionActionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const canDelete = !isSystem(collection);
  const actions = [
    { key: 'records', icon: <TableIcon />, hint: t('Records'), label: t('Records of {title}', { title }) },
    { key: 'fields', icon: <FieldsIcon />, hint: t('Fields'), label: t('Fields of {title}', { title }) },
    { key: 'edit', icon: <EditIcon />, hint: t('Edit'), label: t('Edit {title}', { title }) },
    { key: 'delete', icon: <DeleteIcon />, hint: t('Delete'), label: t('Delete {title}', { title }) },
  ].filter((action) => action.key !== 'delete' || canDelete);
  const run: Record<string, () => void> = {
    records: () => void navigate(recordsPath(collection.name)),
    fields: () => void navigate(fieldsPath(collection.name)),
    edit: () => onEdit(collection),
    delete: () => onDelete(collection),
  };

  if (isNarrow) {
    return (
      <Dropdown
        trigger={['click']}
        menu={{
          items: actions.map(({ key, icon, hint }) => ({ key, icon, label: hint, danger: key === 'delete' })),
          onClick: ({ key }) => run[key]?.(),
        }}
      >
        <Button type="text" icon={<MoreIcon />} aria-label={t('Actions for {title}', { title })} />
      </Dropdown>
    );
  }
  return (
    <span className={styles['actions']}>
      <CategoriesButton collection={collection} title={title} />
      {actions.map(({ key, icon, hint, label }) => (
        <IconButton key={key} icon={icon} hint={hint} label={label} onClick={() => run[key]?.()} />
      ))}
      {!canDelete && <span className={styles['gap']} />}
    </span>
  );
}
