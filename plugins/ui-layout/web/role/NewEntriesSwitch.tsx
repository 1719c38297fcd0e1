import type { Role } from '@pergola/api';
import { rolesKey, useAct, useNotices } from '@pergola/plugin';
import { SwitchRow } from '@pergola/ui';
import { useTranslation } from 'react-i18next';

/** Whether a role sees entries that are added later. */
export function NewEntriesSwitch({ role }: { role: Role & { allowNewMenu?: boolean | null } }) {
  const { t } = useTranslation();
  const notices = useNotices();
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
    <SwitchRow
      title={t('New entries are visible to this role')}
      about={t('What is added to the menu later, it sees at once. What is there already stays as it is.')}
      isOn={role.allowNewMenu === true}
      isBusy={change.isPending}
      onChange={(allowNewMenu) => change.mutate({ allowNewMenu })}
    />
  );
}
