import { Button, DeleteIcon, Dropdown, EditIcon, Input, MoreIcon, StarIcon, VisuallyHidden } from '@pergola/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from './useSavedViews';
import styles from './ViewMenu.module.css';

interface ViewEntryProps {
  view: SavedView;
  isChosen: boolean;
  onOpen: () => void;
  onRename: (title: string) => void;
  onDefault: () => void;
  onDelete: () => void;
}

export function ViewEntry({ view, isChosen, onOpen, onRename, onDefault, onDelete }: ViewEntryProps) {
  const { t } = useTranslation();
  /** Null while it is not being renamed. */
  const [title, setTitle] = useState<string | null>(null);

  const rename = (event: FormEvent) => {
    event.preventDefault();
    const next = title?.trim();
    if (next && next !== view.title) {
      onRename(next);
    }
    setTitle(null);
  };

  if (title !== null) {
    return (
      <li className={styles['entry']}>
        <form className={styles['line']} onSubmit={rename}>
          <Input
            size="small"
            autoFocus
            maxLength={100}
            aria-label={t('New name of {title}', { title: view.title })}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button size="small" type="primary" htmlType="submit">
            {t('Rename')}
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li className={styles['entry']}>
      <button
        type="button"
        className={styles['open']}
        aria-current={isChosen ? 'true' : undefined}
        onClick={onOpen}
      >
        <span>{view.title}</span>
        {view.isDefault && (
          <>
            <StarIcon aria-hidden />
            <VisuallyHidden>{t('opens first')}</VisuallyHidden>
          </>
        )}
      </button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'rename', icon: <EditIcon />, label: t('Rename'), onClick: () => setTitle(view.title) },
            {
              key: 'default',
              icon: <StarIcon />,
              label: view.isDefault ? t('Do not open first') : t('Open first'),
              onClick: onDefault,
            },
            { key: 'delete', icon: <DeleteIcon />, danger: true, label: t('Delete'), onClick: onDelete },
          ],
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreIcon />}
          aria-label={t('Actions of {title}', { title: view.title })}
        />
      </Dropdown>
    </li>
  );
}
