import type { User } from '@pergola/api';
import { LoadFailure, peoplePerPage, useAddress, useDebounced, usePageTitle } from '@pergola/plugin';
import { Button, Card, EmptyState, Input, Page, PlusIcon, SearchIcon, Table } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteUser } from '../components/DeleteUser';
import { UserDrawer } from '../components/UserDrawer';
import { useUserColumns } from '../components/useUserColumns';
import styles from '../users.module.css';
import { keyOf, useUsers } from '../usersQuery';

const pause = 250;

export function UsersPage() {
  const { t } = useTranslation();
  const [params, set] = useAddress();
  const search = params.get('search') ?? '';
  const page = Number(params.get('page')) || 1;
  const settled = useDebounced(search, pause);
  const { data, isPending, isPlaceholderData, error, refetch } = useUsers(settled, page);
  /** Null while a new one is added. */
  const [edited, setEdited] = useState<User | null>();
  const [doomed, setDoomed] = useState<User>();
  const columns = useUserColumns(setEdited, setDoomed);
  usePageTitle(t('Users'));

  return (
    <Page
      title={t('Users')}
      about={t('The people who can sign in, and the roles that say what they may do.')}
      actions={
        <Button type="primary" icon={<PlusIcon />} onClick={() => setEdited(null)}>
          {t('Add user')}
        </Button>
      }
    >
      <Input
        className={styles['search'] ?? ''}
        prefix={<SearchIcon />}
        allowClear
        placeholder={t('Search users')}
        aria-label={t('Search users')}
        value={search}
        onChange={(event) => set({ search: event.target.value, page: null })}
      />
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<User>
            rowKey={keyOf}
            size="middle"
            loading={isPending || isPlaceholderData}
            columns={columns}
            dataSource={data?.users ?? []}
            scroll={{ x: 'max-content' }}
            pagination={{
              current: page,
              pageSize: peoplePerPage,
              total: data?.count ?? 0,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: (next) => set({ page: next > 1 ? String(next) : null }),
            }}
            locale={{ emptyText: isPending ? ' ' : <NoUsers isSearch={search !== ''} /> }}
          />
        )}
      </Card>
      {edited !== undefined && <UserDrawer user={edited ?? undefined} onClose={() => setEdited(undefined)} />}
      {doomed && <DeleteUser user={doomed} onClose={() => setDoomed(undefined)} />}
    </Page>
  );
}

function NoUsers({ isSearch }: { isSearch: boolean }) {
  const { t } = useTranslation();
  return isSearch ? (
    <EmptyState title={t('Nobody has this name')}>
      {t('Search for another part of a name, an email address or a phone number.')}
    </EmptyState>
  ) : (
    <EmptyState title={t('Nobody is here')}>{t('Go back to the first page, or add somebody.')}</EmptyState>
  );
}
