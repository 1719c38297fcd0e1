import type { CollectionDefinition } from '@pergola/api';
import { LoadFailure, useAddress, usePageTitle, useText } from '@pergola/plugin';
import { Button, DiagramIcon, Dropdown, EmptyState, Input, Page, PlusIcon, SearchIcon } from '@pergola/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { inCategory, useCategories } from '../categories/categoriesQuery';
import { useCollections } from '../collectionsQuery';
import { CollectionDrawer } from '../components/CollectionDrawer';
import { CollectionList } from '../components/CollectionList';
import { DeleteCollection } from '../components/DeleteCollection';
import { useCollectionColumns } from '../components/useCollectionColumns';
import type { Template } from '../newCollection';
import { diagramPath } from '../paths';
import styles from './tables.module.css';

export function CollectionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { collections, isPending, error, refetch } = useCollections();
  const categories = useCategories();
  const [params, set] = useAddress();
  const [edited, setEdited] = useState<CollectionDefinition>();
  const [doomed, setDoomed] = useState<CollectionDefinition>();
  const search = params.get('search') ?? '';
  const category = params.get('category') ?? '';
  const create = params.get('create') as Template | null;
  const found = useFound(collections, search, category);
  const columns = useCollectionColumns(setEdited, setDoomed);

  usePageTitle(t('Collections'));

  const createButton = (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'general', label: t('General collection') },
          { key: 'tree', label: t('Tree collection') },
        ],
        onClick: ({ key }) => set({ create: key }),
      }}
    >
      <Button type="primary" icon={<PlusIcon />}>
        {t('Create collection')}
      </Button>
    </Dropdown>
  );

  if (error && collections.length === 0) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }

  return (
    <Page
      title={t('Collections')}
      about={t('The kinds of things you keep, each a table of the main database.')}
      actions={
        <>
          <Button icon={<DiagramIcon />} onClick={() => void navigate(diagramPath)}>
            {t('Diagram')}
          </Button>
          {createButton}
        </>
      }
    >
      <CollectionList
        categories={categories}
        collections={collections}
        found={found}
        columns={columns}
        category={category}
        isPending={isPending}
        empty={<NothingFound search={search} category={category} />}
        search={
          <Input
            className={styles['search'] ?? ''}
            prefix={<SearchIcon />}
            allowClear
            placeholder={t('Search collections')}
            aria-label={t('Search collections')}
            value={search}
            onChange={(event) => set({ search: event.target.value })}
          />
        }
        onChooseCategory={(key) => set({ category: key })}
      />
      <CollectionDrawer
        template={create}
        collection={edited}
        onClose={() => {
          set({ create: null });
          setEdited(undefined);
        }}
      />
      {doomed && <DeleteCollection collection={doomed} onClose={() => setDoomed(undefined)} />}
    </Page>
  );
}

function NothingFound({ search, category }: { search: string; category: string }) {
  const { t } = useTranslation();
  if (search) {
    return (
      <EmptyState title={t('No collection has this name')}>
        {t('Search for another part of its title or name.')}
      </EmptyState>
    );
  }
  return category ? (
    <EmptyState title={t('Nothing is in this category')}>
      {t('Show all collections and drag one onto the category, or choose it in the menu of its row.')}
    </EmptyState>
  ) : (
    <EmptyState title={t('No collections yet')}>{t('Create one to begin keeping data.')}</EmptyState>
  );
}

function useFound(collections: CollectionDefinition[], search: string, category: string): CollectionDefinition[] {
  const text = useText();
  return useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    return inCategory(collections, category).filter((collection) =>
      [text(collection.title), collection.name].some((name) => name.toLocaleLowerCase().includes(wanted)),
    );
  }, [collections, search, category, text]);
}
