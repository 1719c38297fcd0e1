import { LoadFailure, useAddress, usePageTitle } from '@pergola/plugin';
import { Button, Card, EmptyState, Input, Page, PlusIcon, SearchIcon, Table } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteVariable } from '../edit/DeleteVariable';
import { ImportDialog } from '../edit/ImportDialog';
import { VariableDrawer } from '../edit/VariableDrawer';
import { useVariableColumns } from '../list/useVariableColumns';
import type { Variable } from '../model/variable';
import { useVariables } from '../queries';
import styles from '../variables.module.css';

export function VariablesPage() {
  const { t } = useTranslation();
  const [params, set] = useAddress();
  const search = params.get('search') ?? '';
  const { data, isPending, error, refetch } = useVariables();
  /** Null while a new one is added. */
  const [edited, setEdited] = useState<Variable | null>();
  const [doomed, setDoomed] = useState<Variable>();
  const [isImporting, setIsImporting] = useState(false);
  const columns = useVariableColumns(setEdited, setDoomed);
  usePageTitle(t('Variables and secrets'));
  const wanted = search.trim().toLowerCase();
  const rows = data?.filter(({ name }) => name.toLowerCase().includes(wanted)) ?? [];
  const add = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setEdited(null)}>
      {t('Add variable')}
    </Button>
  );

  return (
    <Page
      title={t('Variables and secrets')}
      about={t('Values that settings name instead of holding them. Secrets are stored encrypted and shown to nobody again.')}
      actions={
        <>
          <Button onClick={() => setIsImporting(true)}>{t('Import lines')}</Button>
          {add}
        </>
      }
    >
      {data && data.length > 0 && (
        <Input
          className={styles['search'] ?? ''}
          prefix={<SearchIcon />}
          allowClear
          placeholder={t('Search variables')}
          aria-label={t('Search variables')}
          value={search}
          onChange={(event) => set({ search: event.target.value })}
        />
      )}
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<Variable>
            rowKey="name"
            size="middle"
            loading={isPending}
            columns={columns}
            dataSource={rows}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: isPending ? ' ' : <NoVariables isSearch={wanted !== ''} action={add} /> }}
          />
        )}
      </Card>
      {edited !== undefined && <VariableDrawer variable={edited ?? undefined} onClose={() => setEdited(undefined)} />}
      {doomed && <DeleteVariable variable={doomed} onClose={() => setDoomed(undefined)} />}
      {isImporting && data && <ImportDialog existing={data} onClose={() => setIsImporting(false)} />}
    </Page>
  );
}

function NoVariables({ isSearch, action }: { isSearch: boolean; action: React.ReactNode }) {
  const { t } = useTranslation();
  return isSearch ? (
    <EmptyState title={t('No variable has this name')}>{t('Search for another part of a name.')}</EmptyState>
  ) : (
    <EmptyState title={t('There are no variables yet')} action={action}>
      {t('Keep an address, a name or a key here once, and let settings name it.')}
    </EmptyState>
  );
}
