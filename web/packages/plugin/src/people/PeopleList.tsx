import type { User } from '@pergola/api';
import { Card, EmptyState, Input, SearchIcon, Table, type TableColumnsType } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../screens/LoadFailure';
import styles from './people.module.css';
import { peoplePerPage, type PeopleFinder } from './usePeopleFinder';

interface PeoplePage<T> {
  data: { users: T[]; count: number } | undefined;
  isPending: boolean;
  isPlaceholderData: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
}

interface PeopleListProps<T extends User> {
  finder: PeopleFinder;
  query: PeoplePage<T>;
  columns: TableColumnsType<T>;
  /** What the search is called. */
  searchLabel: string;
  /** Right of the search. */
  actions?: ReactNode;
  /** Why nobody is here, while nobody is looked for. */
  empty: { title: string; text?: string };
}

/** People page by page, found by a part of their names. */
export function PeopleList<T extends User>({ finder, query, columns, searchLabel, actions, empty }: PeopleListProps<T>) {
  const { t } = useTranslation();
  const { data, isPending, isPlaceholderData, error, refetch } = query;
  const { page, turn } = finder;

  // Whoever removes the last person of the last page is shown the one before it.
  const last = Math.max(1, Math.ceil((data?.count ?? 0) / peoplePerPage));
  if (data && !isPlaceholderData && page > last) {
    turn(last);
  }

  return (
    <>
      <div className={styles['tools']}>
        <Input
          className={styles['search'] ?? ''}
          prefix={<SearchIcon />}
          allowClear
          placeholder={searchLabel}
          aria-label={searchLabel}
          value={finder.typed}
          onChange={(event) => finder.type(event.target.value)}
        />
        {actions}
      </div>
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<T>
            rowKey="id"
            size="middle"
            loading={isPending || isPlaceholderData}
            columns={columns}
            dataSource={data?.users ?? []}
            pagination={{
              current: page,
              pageSize: peoplePerPage,
              total: data?.count ?? 0,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: turn,
            }}
            locale={{
              emptyText: isPending ? ' ' : (
                <EmptyState title={finder.typed ? t('Nobody has this name') : empty.title}>
                  {finder.typed ? undefined : empty.text}
                </EmptyState>
              ),
            }}
          />
        )}
      </Card>
    </>
  );
}
