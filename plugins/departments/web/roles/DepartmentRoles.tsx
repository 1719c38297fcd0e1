import { RequestFailure } from '@pergola/api';
import { currentUserKey, rightsKey, rolesKey, useAct, useNotices, useRights, useRoles, useText } from '@pergola/plugin';
import { Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from '../pages/departments.module.css';
import { addressOf, departmentsKey, useRolesOf } from '../queries';

const root = 'root';

/** The roles that members have by the department, as chips; each change holds at once. */
export function DepartmentRoles({ department }: { department: string }) {
  const { t } = useTranslation();
  const text = useText();
  const notices = useNotices();
  const rights = useRights();
  const { roles, isPending, isError } = useRoles();
  const { data: own, isPending: isReading, isError: isUnread } = useRolesOf(department);
  const names = own?.map((role) => role.name) ?? [];
  const change = useAct<{ action: 'add' | 'remove'; role: string }>({
    run: (api, { action, role }) => api.post(addressOf(department, `roles:${action}`), [role]),
    touches: [departmentsKey, rolesKey, rightsKey, currentUserKey],
    done: t('Saved'),
    onFailed: (failure) => {
      const isForbidden = failure instanceof RequestFailure && failure.status === 403;
      const why = t('This role may do more than you may, so it is not yours to give or take.');
      const title = t('The roles were not changed');
      notices.failed(isForbidden ? `${title}. ${why}` : title, failure);
    },
  });
  const offered = roles.filter((role) => role.name !== root || rights?.allowAll || names.includes(root));
  return (
    <section className={styles['roles']}>
      <label htmlFor="department-roles">{t('Roles of the members')}</label>
      <Select<string[]>
        id="department-roles"
        mode="multiple"
        className={styles['roleSelect'] ?? ''}
        value={names}
        loading={isPending || isReading || change.isPending}
        disabled={!own || change.isPending}
        placeholder={isUnread ? t('This could not be loaded') : t('None: members have only their own roles')}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={isError ? t('This could not be loaded') : t('No role has this name')}
        options={offered.map((role) => ({ value: role.name, label: text(role.title) || role.name }))}
        onSelect={(role) => change.mutate({ action: 'add', role })}
        onDeselect={(role) => change.mutate({ action: 'remove', role })}
      />
      <p className={styles['quiet']}>
        {t('Members have them besides their own, from their next click on. Departments below do not inherit them.')}
      </p>
    </section>
  );
}
