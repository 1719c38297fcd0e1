import type { Role } from '@pergola/api';
import { DeleteDialog, rightsKey, rolesKey, useAct, useText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';

interface DeleteRoleProps {
  role: Role;
  onDeleted: () => void;
  onClose: () => void;
}

export function DeleteRole({ role, onDeleted, onClose }: DeleteRoleProps) {
  const { t } = useTranslation();
  const title = useText()(role.title) || role.name;
  const remove = useAct<void>({
    run: (api) => api.post('roles:destroy', undefined, { params: { filterByTk: role.name } }),
    touches: [rolesKey, rightsKey, ['users']],
    failed: t('The role was not deleted'),
    done: t('{title} is deleted', { title }),
    onDone: onDeleted,
  });
  return (
    <DeleteDialog
      title={t('Delete {title}?', { title })}
      isBusy={remove.isPending}
      onDelete={() => remove.mutate()}
      onClose={onClose}
    >
      <p>
        {t('The people who have this role lose what it allows; who has no other role cannot work any more. This cannot be undone.')}
      </p>
    </DeleteDialog>
  );
}
