import { useDebounced } from '@pergola/fields';
import { LoadFailure } from '@pergola/plugin';
import {
  Button,
  Card,
  CloseIcon,
  EmptyState,
  IconButton,
  Input,
  PlusIcon,
  SearchIcon,
  StarIcon,
  Table,
  Tag,
  type TableColumnsType,
} from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../pages/departments.module.css';
import { nameOf, secondName, type Member } from '../people';
import { pageSize, useMembers } from '../queries';
import { AddMembers } from './AddMembers';
import { useMemberChanges } from './useMemberChanges';

const pause = 250;

/** Who is in a department, and who of them owns it. */
export function MembersTable({ department }: { department: string }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [isAdding, setIsAdding] = useState(false);
  const { data, isPending, isPlaceholderData, error, refetch } = useMembers(department, useDebounced(search, pause), page);
  const { add, remove, mark } = useMemberChanges(department, () => setIsAdding(false));

  // Whoever removes the last person of the last page is shown the one before it.
  const last = Math.max(1, Math.ceil((data?.count ?? 0) / pageSize));
  if (data && !isPlaceholderData && page > last) {
    setPage(last);
  }

  const columns: TableColumnsType<Member> = [
    {
      title: t('Name'),
      render: (_, user) => (
        <>
          {nameOf(user)} {user.departmentsUsers?.isOwner && <Tag>{t('Owner')}</Tag>}
          <div className={styles['second']}>{secondName(user)}</div>
        </>
      ),
    },
    {
      title: <span className={styles['actionsHead']}>{t('Actions')}</span>,
      align: 'end',
      width: 104,
      render: (_, user) => {
        const turn = user.departmentsUsers?.isOwner ? t('No longer an owner') : t('Make an owner');
        return (
          <span className={styles['actions']}>
            <IconButton
              icon={<StarIcon />}
              hint={turn}
              label={`${turn}: ${nameOf(user)}`}
              isDisabled={mark.isPending}
              onClick={() => mark.mutate(user)}
            />
            <IconButton
              icon={<CloseIcon />}
              hint={t('Remove')}
              label={`${t('Remove')}: ${nameOf(user)}`}
              isDisabled={remove.isPending}
              onClick={() => remove.mutate(user)}
            />
          </span>
        );
      },
    },
  ];

  return (
    <section className={styles['stack']} aria-label={t('Members')}>
      <div className={styles['tools']}>
        <Input
          className={styles['search'] ?? ''}
          prefix={<SearchIcon />}
          allowClear
          placeholder={t('Search members')}
          aria-label={t('Search members')}
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
          <Table<Member>
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
                <EmptyState title={search ? t('Nobody has this name') : t('Nobody is in this department')}>
                  {search ? undefined : t('Add people, so that they have the roles of the department.')}
                </EmptyState>
              ),
            }}
          />
        )}
      </Card>
      {isAdding && (
        <AddMembers
          department={department}
          isBusy={add.isPending}
          onAdd={(users) => add.mutate({ users })}
          onClose={() => setIsAdding(false)}
        />
      )}
    </section>
  );
}
