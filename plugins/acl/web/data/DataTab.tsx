import type { Role } from '@pergola/api';
import { LoadFailure, useText } from '@pergola/plugin';
import { Button, Card, EmptyState, Input, SearchIcon, Table, Tag, type TableColumnsType } from '@pergola/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleCollection } from '../model/rules';
import pageStyles from '../pages/roles.module.css';
import { useRoleCollections } from '../queries';
import { RulesDrawer } from './RulesDrawer';
import { StrategyMatrix } from './StrategyMatrix';

export function DataTab({ role }: { role: Role }) {
  const { t } = useTranslation();
  const text = useText();
  const { data, isPending, error, refetch } = useRoleCollections(role.name);
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<RoleCollection>();
  const found = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    return (data ?? []).filter((one) =>
      [text(one.title), one.name].some((name) => name.toLocaleLowerCase().includes(wanted)),
    );
  }, [data, search, text]);
  const titleOf = (collection: RoleCollection) => text(collection.title) || collection.name;
  const columns: TableColumnsType<RoleCollection> = [
    { title: t('Collection'), render: (_, collection) => titleOf(collection) },
    {
      title: t('Rule'),
      render: (_, collection) =>
        collection.usingConfig === 'resourceAction' ? (
          <Tag>{t('Own rules')}</Tag>
        ) : (
          <span className={pageStyles['quiet']}>{t('As every collection')}</span>
        ),
    },
    {
      title: '',
      align: 'end',
      render: (_, collection) => {
        const act = collection.usingConfig === 'resourceAction' ? t('Change rules') : t('Make own rules');
        return (
          <Button size="small" aria-label={`${act}: ${titleOf(collection)}`} onClick={() => setEdited(collection)}>
            {act}
          </Button>
        );
      },
    },
  ];

  return (
    <div className={pageStyles['stack']}>
      <StrategyMatrix role={role.name} />
      <div className={pageStyles['tools']}>
        <Input
          className={pageStyles['search'] ?? ''}
          prefix={<SearchIcon />}
          allowClear
          placeholder={t('Search collections')}
          aria-label={t('Search collections')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<RoleCollection>
            rowKey="name"
            size="middle"
            loading={isPending}
            columns={columns}
            dataSource={found}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: isPending ? ' ' : <EmptyState title={t('No collection has this name')} /> }}
          />
        )}
      </Card>
      {edited && (
        <RulesDrawer
          role={role}
          collection={edited}
          title={titleOf(edited)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  );
}
