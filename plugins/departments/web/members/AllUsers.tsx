import { useDebounced } from '@pergola/fields';
import { LoadFailure } from '@pergola/plugin';
import { Card, EmptyState, Input, SearchIcon, Table, Tag, type TableColumnsType } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { keyOf, pathText, type Department } from '../model/tree';
import styles from '../pages/departments.module.css';
import { departmentPath } from '../paths';
import { nameOf, secondName } from '../people';
import { pageSize, useEverybody, type Person } from '../queries';

const pause = 250;

/** Everybody, and where they belong. */
export function AllUsers({ departments }: { departments: readonly Department[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const { data, isPending, isPlaceholderData, error, refetch } = useEverybody(useDebounced(search, pause), page);

  const columns: TableColumnsType<Person> = [
    {
      title: t('Name'),
      render: (_, user) => (
        <>
          {nameOf(user)}
          <div className={styles['second']}>{secondName(user)}</div>
        </>
      ),
    },
    {
      title: t('Departments'),
      render: (_, user) =>
        user.departments?.length ? (
          <span className={styles['tags']}>
            {user.departments.map((one) => (
              <Tag key={keyOf(one)} title={pathText(departments, keyOf(one))}>
                <Link to={departmentPath(one.id)}>{one.title}</Link>
              </Tag>
            ))}
          </span>
        ) : (
          <span className={styles['quiet']}>{t('None')}</span>
        ),
    },
  ];

  return (
    <>
      <div className={styles['bodyHead']}>
        <h2>{t('All users')}</h2>
      </div>
      <Input
        className={styles['search'] ?? ''}
        prefix={<SearchIcon />}
        allowClear
        placeholder={t('Search users')}
        aria-label={t('Search users')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setPage(1);
        }}
      />
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<Person>
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
            locale={{ emptyText: isPending ? ' ' : <EmptyState title={t('Nobody has this name')} /> }}
          />
        )}
      </Card>
    </>
  );
}
