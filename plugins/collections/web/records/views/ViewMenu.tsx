import type { CollectionDefinition } from '@pergola/api';
import { Alert, Button, Input, ViewsIcon } from '@pergola/ui';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ToolPopover } from '../ToolPopover';
import { useViewChanges, type SavedView } from './useSavedViews';
import { useViewChoice } from './useViewChoice';
import { ViewEntry } from './ViewEntry';
import styles from './ViewMenu.module.css';

/** The table as somebody has saved it: sorting, filter, columns and page size under a name. */
export function ViewMenu({ collection }: { collection: CollectionDefinition }) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [title, setTitle] = useState('');
  const { views, error, options, chosen, isChanged, choose, mark } = useViewChoice(collection.name);
  const { create, update, chooseDefault, remove } = useViewChanges(collection.name);

  const open = (view: SavedView | null) => {
    setIsOpen(false);
    choose(view);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') {
      return;
    }
    create.mutate(
      { title: title.trim(), isDefault: false, options },
      {
        onSuccess: (view) => {
          setTitle('');
          setIsOpen(false);
          mark(view.id);
        },
      },
    );
  };

  return (
    <ToolPopover
      label={chosen ? `${chosen.title}${isChanged ? ' *' : ''}` : t('Views')}
      icon={<ViewsIcon />}
      isActive={chosen !== undefined}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <div className={styles['menu']} role="group" aria-label={t('Views')}>
        {error && <Alert type="warning" title={t('Your views could not be read')} />}
        <ul className={styles['list']}>
          <li className={styles['entry']}>
            <button
              type="button"
              className={styles['open']}
              aria-current={chosen ? undefined : 'true'}
              onClick={() => open(null)}
            >
              {t('All records')}
            </button>
          </li>
          {views.map((view) => (
            <ViewEntry
              key={view.id}
              view={view}
              isChosen={view === chosen}
              onOpen={() => open(view)}
              onRename={(name) => update.mutate({ id: view.id, title: name })}
              onDefault={() => chooseDefault.mutate(view.isDefault ? null : view.id)}
              onDelete={() => remove.mutate(view)}
            />
          ))}
        </ul>
        {chosen && isChanged && (
          <Button loading={update.isPending} onClick={() => update.mutate({ id: chosen.id, options })}>
            {t('Update {title}', { title: chosen.title })}
          </Button>
        )}
        <form className={styles['save']} onSubmit={save}>
          <label htmlFor={id}>{t('Save what you see as a view')}</label>
          <div className={styles['line']}>
            <Input
              id={id}
              value={title}
              maxLength={100}
              placeholder={t('Name of the view')}
              onChange={(event) => setTitle(event.target.value)}
            />
            <Button htmlType="submit" type="primary" disabled={title.trim() === ''} loading={create.isPending}>
              {t('Save')}
            </Button>
          </div>
        </form>
      </div>
    </ToolPopover>
  );
}
