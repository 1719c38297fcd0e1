import {
  DeleteDialog,
  LoadFailure,
  useAct,
  useApi,
  useCurrentUser,
  useLanguage,
  usePageTitle,
  useText,
} from '@pergola/plugin';
import {
  Button,
  Card,
  DeleteIcon,
  EmptyState,
  IconButton,
  Page,
  PlusIcon,
  Table,
  Tag,
  useIsNarrow,
  type TableColumnsType,
} from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyDrawer } from '../account/KeyDrawer';
import { apiKeysKey, expiryOf, type ApiKey } from '../account/keys';
import { ShownKey } from '../account/ShownKey';

export function ApiKeysPage() {
  const { t } = useTranslation();
  const api = useApi();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: apiKeysKey,
    queryFn: async ({ signal }) => {
      const params = { paginate: false, sort: ['-createdAt'] };
      return (await api.get<ApiKey[]>('apiKeys:list', { params, signal })).data;
    },
  });
  const [isMaking, setIsMaking] = useState(false);
  const [token, setToken] = useState<string>();
  const [doomed, setDoomed] = useState<ApiKey>();
  const columns = useKeyColumns(setDoomed);
  usePageTitle(t('API keys'));
  const remove = useAct<ApiKey>({
    run: (client, key) => client.post('apiKeys:destroy', undefined, { params: { filterByTk: key.id } }),
    touches: [apiKeysKey],
    failed: t('The key was not deleted'),
    onDone: () => setDoomed(undefined),
  });

  const make = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setIsMaking(true)}>
      {t('New API key')}
    </Button>
  );
  return (
    <Page
      title={t('API keys')}
      about={t('With a key a program works in your name, as one of your roles.')}
      actions={make}
    >
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Table<ApiKey>
            rowKey="id"
            size="middle"
            loading={isPending}
            columns={columns}
            dataSource={data ?? []}
            pagination={false}
            scroll={{ x: 'max-content' }}
            locale={{
              emptyText: isPending ? ' ' : (
                <EmptyState title={t('You have no API keys')}>
                  {t('Make one for each program that reads or writes data here, so that you can take it back alone.')}
                </EmptyState>
              ),
            }}
          />
        )}
      </Card>
      {isMaking && (
        <KeyDrawer
          onMade={(made) => {
            setIsMaking(false);
            setToken(made);
          }}
          onClose={() => setIsMaking(false)}
        />
      )}
      {token && <ShownKey token={token} onClose={() => setToken(undefined)} />}
      {doomed && (
        <DeleteDialog
          title={t('Delete {title}?', { title: doomed.name })}
          isBusy={remove.isPending}
          onDelete={() => remove.mutate(doomed)}
          onClose={() => setDoomed(undefined)}
        >
          <p>{t('Programs that use this key are refused from now on. This cannot be undone.')}</p>
        </DeleteDialog>
      )}
    </Page>
  );
}

function useKeyColumns(onDelete: (key: ApiKey) => void): TableColumnsType<ApiKey> {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const isNarrow = useIsNarrow();
  const roles = useCurrentUser()?.roles ?? [];
  const roleTitle = (name: string) => text(roles.find((role) => role.name === name)?.title) || name;
  const day = (date: Date) => date.toLocaleDateString(language, { dateStyle: 'medium' });
  const expiry = (key: ApiKey) => {
    const date = expiryOf(key);
    if (!date) {
      return date === null ? t('Never') : key.expiresIn;
    }
    return date.getTime() < Date.now() ? <Tag>{t('Expired on {date}', { date: day(date) })}</Tag> : day(date);
  };
  const createdAt = { title: t('Created at'), render: (_: unknown, key: ApiKey) => day(new Date(key.createdAt)) };
  return [
    { title: t('Name'), dataIndex: 'name' },
    { title: t('Role'), render: (_, key) => roleTitle(key.roleName) },
    { title: t('Expires'), render: (_, key) => expiry(key) },
    ...(isNarrow ? [] : [createdAt]),
    {
      title: '',
      align: 'end',
      render: (_, key) => (
        <IconButton
          icon={<DeleteIcon />}
          hint={t('Delete')}
          label={t('Delete {title}', { title: key.name })}
          onClick={() => onDelete(key)}
        />
      ),
    },
  ];
}
