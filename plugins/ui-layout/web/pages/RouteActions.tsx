import { Button, DeleteIcon, Dropdown, EditIcon, IconButton, MoreIcon, SortDownIcon, SortUpIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './menu.module.css';

interface RouteActionsProps {
  title: string;
  /** On a phone there is room for one button. */
  isNarrow: boolean;
  /** Nothing can be changed. */
  isFixed: boolean;
  /** Absent where the entry cannot go. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onEdit: () => void;
  onDelete: () => void;
}

/** What can be done with an entry of the menu. */
export function RouteActions({ title, isNarrow, isFixed, onUp, onDown, onEdit, onDelete }: RouteActionsProps) {
  const { t } = useTranslation();
  const actions = [
    { key: 'up', icon: <SortUpIcon />, hint: t('Move up'), run: onUp },
    { key: 'down', icon: <SortDownIcon />, hint: t('Move down'), run: onDown },
    { key: 'edit', icon: <EditIcon />, hint: t('Edit'), run: onEdit },
    { key: 'delete', icon: <DeleteIcon />, hint: t('Delete'), run: onDelete },
  ];
  if (isNarrow) {
    return (
      <Dropdown
        trigger={['click']}
        menu={{
          items: actions.map(({ key, icon, hint, run }) => ({
            key,
            icon,
            label: hint,
            disabled: isFixed || !run,
            danger: key === 'delete',
          })),
          onClick: ({ key }) => actions.find((action) => action.key === key)?.run?.(),
        }}
      >
        <Button type="text" icon={<MoreIcon />} aria-label={`${t('Actions')}: ${title}`} />
      </Dropdown>
    );
  }
  return (
    <span className={styles['actions']}>
      {actions.map(({ key, icon, hint, run }) => (
        <IconButton
          key={key}
          icon={icon}
          hint={hint}
          label={`${hint}: ${title}`}
          isDisabled={isFixed || !run}
          onClick={() => run?.()}
        />
      ))}
    </span>
  );
}
