import { RequestFailure, type RecordKey, type Role } from '@pergola/api';
import { currentUserKey, LoadFailure, rightsKey, useAct, useNotices } from '@pergola/plugin';
import { Button, Card, EmptyState, Select, Table, type TableColumnsType } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keyOf, pathText, type Department } from '../model/tree';
import styles from '../pages/departments.module.css';
import { departmentPath } from '../paths';
import { departmentsKey, useDepartments, useDepartmentsOfRole } from '../queries';

/** The departments whose members have the role. */
export function DepartmentsTab({ role }: { role: Role }) {
  const { t } = useTranslation();
  const notices = useNotices();
  const { departments } = useDepartments();
  const { data, isPending, error, refetch } = useDepartmentsOfRole(role.name);
  const touches = [departmentsKey, rightsKey, currentUserKey];
  const address = (action: string) => `roles/${encodeURIComponent(role.name)}/departments:${action}`;
  const fail = (title: string) => (failure: unknown) => {
    const isForbidden = failure instanceof RequestFailure && failure.status === 403;
    const why = t('This role may do more than you may, so it is not yours to give or take.');
    notices.failed(isForbidden ? `${title}. ${why}` : title, failure);
  };
  const add = useAct<RecordKey>({
    run: (api, id) => api.post(address('add'), [id]),
    touches,
    done: t('Saved'),
    onFailed: fail(t('The role was not given')),
  });
  const remove = useAct<Department>({
    run: (api, department) => api.post(address('remove'), [department.id]),
    touches,
    onDone: (_, department) =>
      notices.done(t('Members of {title} no longer have this role by it', { title: department.title ?? '' }), {
        label: t('Undo'),
        run: () => add.mutate(department.id),
      }),
    onFailed: fail(t('The role was not taken')),
  });

  const having = new Set(data?.map(keyOf));
  const nameOf = (department: Department) => pathText(departments, keyOf(department)) || (department.title ?? '');
  const columns: TableColumnsType<Department> = [
    {
      title: t('Departments'),
      render: (_, department) => <Link to={departmentPath(department.id)}>{nameOf(department)}</Link>,
    },
    {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end',
      render: (_, department) => (
        <Button
          size="small"
          aria-label={`${t('Remove')}: ${nameOf(department)}`}
          disabled={remove.isPending}
          onClick={() => remove.mutate(department)}
        >
          {t('Remove')}
        </Button>
      ),
    },
  ];
  return (
    <div className={styles['stack']}>
      <Select<RecordKey | null>
        className={styles['search'] ?? ''}
        aria-label={t('Give this role to a department')}
        placeholder={t('Give this role to a department')}
        value={null}
        loading={add.isPending}
        disabled={!data || add.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={t('No other department has this name')}
        options={departments
          .filter((one) => !having.has(keyOf(one)))
          .map((one) => ({ value: one.id, label: nameOf(one) }))}
        onChange={(id) => id !== null && add.mutate(id)}
      />
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<Department>
            rowKey="id"
            size="middle"
            loading={isPending}
            columns={columns}
            dataSource={data ?? []}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{
              emptyText: isPending ? ' ' : (
                <EmptyState title={t('No department gives this role')}>
                  {t('Its members would have the role as long as they belong to it.')}
                </EmptyState>
              ),
            }}
          />
        )}
      </Card>
    </div>
  );
}
