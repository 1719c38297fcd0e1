import { DeleteDialog, LoadFailure, rightsKey, useAct, useReturnFocus } from '@pergola/plugin';
import { Button, Modal, Skeleton } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { branchOf, keyOf, type Department } from '../model/tree';
import { departmentsKey, useMembers } from '../queries';

interface DeleteDepartmentProps {
  departments: readonly Department[];
  department: Department;
  onDeleted: () => void;
  onClose: () => void;
}

/** Asks before a department goes, or says what has to leave it first. */
export function DeleteDepartment({ departments, department, onDeleted, onClose }: DeleteDepartmentProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const title = department.title ?? '';
  const below = branchOf(departments, keyOf(department)).size - 1;
  const { data: members, error, refetch } = useMembers(keyOf(department), '', 1);
  const remove = useAct<void>({
    run: (api) => api.post('departments:destroy', undefined, { params: { filterByTk: department.id } }),
    touches: [departmentsKey, ['users'], rightsKey],
    failed: t('The department was not deleted'),
    done: t('{title} is deleted', { title }),
    onDone: onDeleted,
  });
  if (members && members.count === 0 && below === 0) {
    return (
      <DeleteDialog
        title={t('Delete {title}?', { title })}
        isBusy={remove.isPending}
        onDelete={() => remove.mutate()}
        onClose={onClose}
      >
        <p>{t('Nobody is in it. Its name and the roles it gives are gone for good; the roles themselves stay.')}</p>
      </DeleteDialog>
    );
  }
  return (
    <Modal
      open
      title={members ? t('{title} is still in use', { title }) : t('Delete {title}?', { title })}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('Close')}</Button>}
    >
      {!members && (error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <Skeleton active />)}
      {members && below > 0 && (
        <p>{t('Departments below it: {count}. Move or delete them first.', { count: below })}</p>
      )}
      {members && members.count > 0 && (
        <p>{t('Members: {count}. Remove them first; they keep their accounts.', { count: members.count })}</p>
      )}
    </Modal>
  );
}
