import { LoadFailure, useAddress, useNotices, usePageTitle, useText } from '@pergola/plugin';
import { EmptyState, Page, Segmented, Select, Skeleton } from '@pergola/ui';
import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { categoryKey, inCategory, useCategories } from '../categories/categoriesQuery';
import { useCollections } from '../collectionsQuery';
import { collectionsPath } from '../paths';
import { DiagramCanvas } from './DiagramCanvas';
import styles from './DiagramPage.module.css';
import { RelationList } from './RelationList';
import { relationsOf } from './relations';
import { usePositions } from './usePositions';

/** All collections and how they are related, as a picture or as a list. */
export function DiagramPage() {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const notices = useNotices();
  const [params, set] = useAddress();
  const { collections: all, isPending, error, refetch } = useCollections();
  const categories = useCategories();
  const { kept, isPending: arePlacesPending, keep, forget } = usePositions();
  const [sought, setSought] = useState<string>();
  const category = params.get('category') ?? '';
  const view = params.get('view') ?? 'picture';
  const collections = useMemo(() => inCategory(all, category), [all, category]);
  const relations = useMemo(() => relationsOf(collections), [collections]);

  usePageTitle(t('Diagram'));

  const arrange = useCallback(() => {
    const undo = forget(collections.map((collection) => collection.name));
    notices.done(t('The diagram is arranged again'), { label: t('Undo'), run: undo });
  }, [forget, collections, notices, t]);

  if (error && all.length === 0) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }

  return (
    <Page
      back={{ label: t('All collections'), onClick: () => void navigate(collectionsPath) }}
      title={t('Diagram')}
      actions={
        <div className={styles['tools']}>
          <Select
            className={styles['choice'] ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('Find a collection')}
            value={sought ?? ''}
            options={[
              { value: '', label: t('Find a collection') },
              ...collections.map((one) => ({ value: one.name, label: text(one.title) || one.name })),
            ]}
            onChange={(name: string) => setSought(name || undefined)}
          />
          {categories.length > 0 && (
            <Select
              className={styles['choice'] ?? ''}
              aria-label={t('Category')}
              value={category}
              options={[
                { value: '', label: t('All categories') },
                ...categories.map((one) => ({ value: categoryKey(one), label: one.name })),
              ]}
              onChange={(key: string) => set({ category: key })}
            />
          )}
          <Segmented
            aria-label={t('View')}
            value={view}
            options={[
              { value: 'picture', label: t('Picture') },
              { value: 'list', label: t('List') },
            ]}
            onChange={(chosen) => set({ view: chosen === 'list' ? 'list' : null })}
          />
        </div>
      }
    >
      {isPending || arePlacesPending ? (
        <Skeleton active />
      ) : collections.length === 0 ? (
        <EmptyState title={t('Nothing to draw yet')}>{t('Collections and their relations appear here.')}</EmptyState>
      ) : view === 'list' ? (
        <RelationList collections={collections} relations={relations} />
      ) : (
        <ReactFlowProvider key={category}>
          <DiagramCanvas
            collections={collections}
            relations={relations}
            kept={kept}
            sought={sought}
            onKeep={keep}
            onArrange={arrange}
          />
        </ReactFlowProvider>
      )}
    </Page>
  );
}
