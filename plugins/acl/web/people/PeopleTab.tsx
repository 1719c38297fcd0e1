import { RequestFailure, type RecordKey, type Role, type User } from '@pergola/api';
import { useDebounced } from '@pergola/fields';
import { LoadFailure, rightsKey, useAct, useNotices } from '@pergola/plugin';
import { Button, Card, EmptyState, Input, PlusIcon, SearchIcon, Table, type TableColumnsType } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import pageStyles from '../pages/roles.module.css';
import { checkPathOf } from '../paths';
import { AddPeople } from './AddPeople';
import { nameOf, pageSize, peopleKey, secondName, usePeople } from './peopleQuery';

const pause = 250;

/** Who has the role. */
export function PeopleTab({ role }: { role: Role }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notices = useNotices();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [isAdding, setIsAdding] = useState(false);
  const { data, isPending, isPlaceholderData, error, refetch } = usePeople(role.name, useDebounced(search, pause), page);

  const address = (action: string) => `roles/${encodeURIComponent(role.name)}/users:${action}`;
  const touches = [peopleKey(role.name), ['users'], rightsKey];
  const fail = (title: string) => (failure: unknown) => {
    const isForbidden = failure instanceof RequestFailure && failure.status === 403;
    const why = t('This role may do more than you may, so it is not yours to give or take.');
    notices.failed(isForbidden ? `${title}. ${why}` : title, failure);
  };
  const add = useAct<RecordKey[]>({
    run: (api, ids) => api.post(address('add'), ids),
    touches,
    done: t('Saved'),
    onDone: () => setIsAdding(false),
    onFailed: fail(t('The role was not given')),
  });
  const remove = useAct<User>({
    run: (api, user) => api.post(address('remove'), [user.id]),
    touches,
    onDone: (_, user) =>
      notices.done(t('{name} no longer has this role', { name: nameOf(user) }), {
        label: t('Undo'),
        run: () => add.mutate([user.id]),
      }),
    onFailed: fail(t('The role was not taken')),
  });

  const columns: TableColumnsType<User> = [
    {
      title: t('Name'),
      render: (_, user) => (
        <>
          {nameOf(user)} <span className={pageStyles['quiet']}>{secondName(user)}</span>
        </>
      ),
    },
    {
      title: '',
      align: 'end',
      render: (_, user) => (
        <span className={pageStyles['actions']}>
          <Button
            size="small"
            aria-label={`${t('Check rights')}: ${nameOf(user)}`}
            onClick={() => void navigate(checkPathOf({ user: String(user.id), role: role.name }))}
          >
            {t('Check rights')}
          </Button>
          <Button size="small" aria-label={`${t('Remove')}: ${nameOf(user)}`} onClick={() => remove.mutate(user)}>
            {t('Remove')}
          </Button>
        </span>
      ),
    },
  ];

  return (
    <div className={pageStyles['stack']}>
      <div className={pageStyles['tools']}>
        <Input
          className={pageStyles['search'] ?? ''}
          prefix={<SearchIcon />}
          allowClear
          placeholder={t('Search people')}
          aria-label={t('Search people')}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setPage(1);
          }}
        />
        <Button icon={<PlusIcon />} onClick={() => setIsAdding(true)}>
          {t('Add people')}
        </Button>
      </div>
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<User>
            rowKey="id"
            size="middle"
            loading={isPending || isPlaceholderData}
            columns={columns}
            dataSource={data?.users ?? []}
            pagination={{
              current: page,
              pageSize,
              total: data?.count ?? 0,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: setPage,
            }}
            locale={{
              emptyText: isPending ? ' ' : (
                <EmptyState title={search ? t('Nobody has this name') : t('Nobody has this role')}>
                  {search ? undefined : t('Add people, so that they may do what it allows.')}
                </EmptyState>
              ),
            }}
          />
        )}
      </Card>
      {isAdding && (
        <AddPeople
          role={role.name}
          isBusy={add.isPending}
          onAdd={(users) => add.mutate(users.map((user) => user.id))}
          onClose={() => setIsAdding(false)}
        />
      )}
    </div>
  );
}
