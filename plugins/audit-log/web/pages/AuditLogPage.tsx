import { LoadFailure, useAddress, useDebounced, usePageTitle } from '@pergola/plugin';
import { Button, Card, DownloadIcon, Dropdown, EmptyState, Page, SettingsIcon, Table } from '@pergola/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryDrawer } from '../entry/EntryDrawer';
import { FilterBar } from '../list/FilterBar';
import { NewEntries } from '../list/NewEntries';
import { useEntryColumns } from '../list/useEntryColumns';
import { useExport, type Format } from '../list/useExport';
import type { Entry } from '../model/entry';
import { filterOf, isSearching, searchOf } from '../model/filter';
import { logKey, pageSize, useEntries, useNewest } from '../queries';
import { SettingsDrawer } from '../settings/SettingsDrawer';

const pause = 250;

export function AuditLogPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [params, set] = useAddress();
  const search = searchOf(params);
  const page = Number(params.get('page')) || 1;
  const settled = useDebounced(JSON.stringify(search), pause);
  const filter = useMemo(() => filterOf(JSON.parse(settled) as typeof search), [settled]);
  const { data, isPending, isPlaceholderData, error, refetch } = useEntries(filter, page, params.get('until'));
  const newest = useNewest(filter, page === 1 && data !== undefined);
  const [isSetting, setIsSetting] = useState(false);
  const exporting = useExport(filter);
  const open = useCallback((entry: Entry) => set({ entry: String(entry.id) }), [set]);
  const columns = useEntryColumns(open);
  const opened = params.get('entry');
  usePageTitle(t('Audit log'));

  const turn = (next: number) =>
    set({
      page: next > 1 ? String(next) : null,
      until: next > 1 ? (params.get('until') ?? String(data?.entries[0]?.id ?? '')) : null,
    });
  return (
    <Page
      title={t('Audit log')}
      about={t('Who did what, when and from where. Nobody can change it.')}
      actions={
        <>
          <Dropdown
            menu={{
              items: [
                { key: 'csv', label: t('As a table (CSV)') },
                { key: 'jsonl', label: t('As JSON lines') },
              ],
              onClick: ({ key }) => exporting.mutate(key as Format),
            }}
          >
            <Button icon={<DownloadIcon />} loading={exporting.isPending}>
              {t('Export')}
            </Button>
          </Dropdown>
          <Button icon={<SettingsIcon />} onClick={() => setIsSetting(true)}>
            {t('Settings')}
          </Button>
        </>
      }
    >
      <FilterBar search={search} onChange={(changes) => set({ ...changes, page: null, until: null })} />
      <Card isFlush>
        {page === 1 && (
          <NewEntries
            newest={newest}
            shown={data?.entries[0]?.id}
            onShow={() => void queries.invalidateQueries({ queryKey: logKey })}
          />
        )}
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<Entry>
            rowKey="id"
            size="middle"
            loading={isPending || isPlaceholderData}
            columns={columns}
            dataSource={data?.entries ?? []}
            scroll={{ x: 'max-content' }}
            pagination={{
              current: page,
              pageSize,
              total: data?.count ?? 0,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: turn,
            }}
            locale={{ emptyText: isPending ? ' ' : <NoEntries isSearch={isSearching(search)} /> }}
          />
        )}
      </Card>
      {opened !== null && <EntryDrawer id={opened} onClose={() => set({ entry: null })} />}
      {isSetting && <SettingsDrawer onClose={() => setIsSetting(false)} />}
    </Page>
  );
}

function NoEntries({ isSearch }: { isSearch: boolean }) {
  const { t } = useTranslation();
  return isSearch ? (
    <EmptyState title={t('Nothing like this has happened')}>{t('Widen the time, or look for less at once.')}</EmptyState>
  ) : (
    <EmptyState title={t('Nothing has happened yet')}>
      {t('Every change, sign-in and refused attempt appears here a moment later.')}
    </EmptyState>
  );
}
