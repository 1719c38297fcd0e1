import { LoadFailure, useAct, useAddress, useAppSettings, useDebounced, useLanguage, useNotices, usePageTitle } from '@pergola/plugin';
import { Button, Card, EmptyState, Page, Table } from '@pergola/ui';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Tools } from '../list/Tools';
import { useExchange } from '../list/useExchange';
import { useTextColumns } from '../list/useTextColumns';
import type { TextRow } from '../model/text';
import { perPage, textsKey, useTexts } from '../queries';
import styles from '../texts.module.css';

const pause = 250;

export function TextsPage() {
  const { t } = useTranslation();
  const notices = useNotices();
  const [params, set] = useAddress();
  const language = useLanguage();
  const { data: settings } = useAppSettings();
  const locale = params.get('locale') ?? language;
  const module = params.get('module') ?? '';
  const search = params.get('search') ?? '';
  const onlyMissing = params.get('missing') === '1';
  const page = Number(params.get('page')) || 1;
  const keyword = useDebounced(search.trim(), pause);
  const { data, isPending, isPlaceholderData, error, refetch } = useTexts({ locale, module, keyword, onlyMissing, page });
  const columns = useTextColumns(locale);
  const exchange = useExchange(locale);
  const file = useRef<HTMLInputElement>(null);
  usePageTitle(t('Texts'));

  const collect = useAct<void, { data: { added: number } }>({
    run: (api) => api.post<{ added: number }>('localization:sync', {}),
    touches: [textsKey],
    failed: t('Not collected'),
    onDone: ({ data: { added } }) => notices.done(added > 0 ? t('New texts: {count}', { count: added }) : t('There are no new texts')),
  });
  const publish = useAct<void>({
    run: (api) => api.post('localization:publish', {}),
    touches: [textsKey],
    failed: t('Not published'),
    done: t('Published'),
    onDone: () => window.dispatchEvent(new Event('pergola:texts')),
  });
  const unpublished = data?.unpublished ?? 0;
  const isNew = data?.modules.length === 0;
  const hasTexts = data !== undefined && !isNew;

  return (
    <Page
      title={t('Texts')}
      about={t('What the app says, in every language it speaks. Translations are shown to people once they are published.')}
      actions={
        <>
          <input
            ref={file}
            className={styles['file']}
            type="file"
            accept="text/csv,.csv"
            aria-label={t('File with translations')}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) {
                void exchange.open(chosen);
              }
              event.target.value = '';
            }}
          />
          {hasTexts && (
            <>
              <Button loading={collect.isPending} onClick={() => collect.mutate()}>
                {t('Collect texts')}
              </Button>
              <Button disabled={exchange.isBusy} onClick={exchange.save}>
                {t('Save as CSV')}
              </Button>
              <Button loading={exchange.isBusy} onClick={() => file.current?.click()}>
                {t('Read CSV')}
              </Button>
              <Button type="primary" disabled={unpublished === 0} loading={publish.isPending} onClick={() => publish.mutate()}>
                {t('Publish')}
              </Button>
            </>
          )}
        </>
      }
    >
      {!isNew && (
        <>
          <Tools
            locale={locale}
            enabled={settings?.enabledLanguages ?? []}
            module={module}
            modules={data?.modules ?? []}
            search={search}
            onlyMissing={onlyMissing}
            onChange={set}
          />
          <p className={styles['state']} role="status">
            {data && (unpublished > 0 ? t('Not published yet: {count}', { count: unpublished }) : t('Everything is published.'))}
          </p>
        </>
      )}
      <Card isFlush>
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : isNew ? (
          <EmptyState
            title={t('No texts are collected yet')}
            action={
              <Button type="primary" loading={collect.isPending} onClick={() => collect.mutate()}>
                {t('Collect texts')}
              </Button>
            }
          >
            {t('The texts of the product and the titles people gave are gathered here to be translated.')}
          </EmptyState>
        ) : (
          <Table<TextRow>
            rowKey="id"
            size="middle"
            loading={isPending || isPlaceholderData}
            columns={columns}
            dataSource={data?.rows ?? []}
            pagination={{
              current: page,
              pageSize: perPage,
              total: data?.count ?? 0,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: (next) => set({ page: next > 1 ? String(next) : null }),
            }}
            locale={{
              emptyText: isPending ? ' ' : <EmptyState title={t('No text is like this')}>{t('Search for something else, or show all parts.')}</EmptyState>,
            }}
          />
        )}
      </Card>
    </Page>
  );
}
