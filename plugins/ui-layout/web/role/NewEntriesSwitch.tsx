import type { Role } from '@pergola/api';
import { rolesKey, useAct, useNotices } from '@pergola/plugin';
import { Switch } from '@pergola/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './role.module.css';

/** Whether a role sees entries that are added later. */
export function NewEntriesSwitch({ role }: { role: Role & { allowNewMenu?: boolean | null } }) {
  const { t } = useTranslation();
  const notices = useNotices();
  const id = useId();
  const change = useAct<{ allowNewMenu: boolean; isUndo?: boolean }>({
    run: (api, { allowNewMenu }) => api.post('roles:update', { allowNewMenu }, { params: { filterByTk: role.name } }),
    touches: [rolesKey],
    failed: t('The choice was not saved'),
    onDone: (_, { allowNewMenu, isUndo }) =>
      isUndo
        ? notices.done(t('Saved'))
        : notices.done(t('Saved'), {
            label: t('Undo'),
            run: () => change.mutate({ allowNewMenu: !allowNewMenu, isUndo: true }),
          }),
  });
  return (
    <div className={styles['switch']}>
      <Switch
        id={id}
        checked={role.allowNewMenu === true}
        loading={change.isPending}
        aria-describedby={`${id}-about`}
        onChange={(allowNewMenu) => change.mutate({ allowNewMenu })}
      />
      <label htmlFor={id}>{t('New entries are visible to this role')}</label>
      <p id={`${id}-about`}>{t('What is added to the menu later, it sees at once. What is there already stays as it is.')}</p>
    </div>
  );
}
