import { DndContext, DragOverlay, type DragEndEvent } from '@dnd-kit/core';
import type { CollectionCategory, CollectionDefinition } from '@pergola/api';
import { useNotices, useText } from '@pergola/plugin';
import { Card, Skeleton, type TableColumnsType } from '@pergola/ui';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categoriesKey, categoriesOf, categoryKey } from '../categories/categoriesQuery';
import { CategoryBar } from '../categories/CategoryBar';
import { chipKey, dropTarget, isChip } from '../categories/dropTargets';
import { useCategorize } from '../categories/useCategorize';
import { collectionsKey } from '../collectionsQuery';
import { moved } from '../order/moved';
import { SortableRows } from '../order/SortableTable';
import { useMove } from '../order/useMove';
import { useSorting } from '../order/useSorting';
import styles from './CollectionList.module.css';

interface CollectionListProps {
  categories: CollectionCategory[];
  collections: CollectionDefinition[];
  /** Those that search and category leave. */
  found: CollectionDefinition[];
  columns: TableColumnsType<CollectionDefinition>;
  category: string;
  isPending: boolean;
  /** Stands for the rows when there are none. */
  empty: ReactNode;
  search: ReactNode;
  onChooseCategory: (key: string) => void;
}

const nameOf = (collection: CollectionDefinition) => collection.name;

/** The list with its categories: rows change places, and join the category they are dropped on. */
export function CollectionList(props: CollectionListProps) {
  const { categories, collections, found, columns, category, isPending, empty, search, onChooseCategory } = props;
  const { t } = useTranslation();
  const text = useText();
  const notices = useNotices();
  const { sensors, accessibility } = useSorting();
  const [dragged, setDragged] = useState<string>();
  const categorize = useCategorize();
  const titleOf = useCallback((collection: CollectionDefinition) => text(collection.title) || collection.name, [text]);
  const moveCollection = useMove<CollectionDefinition[]>({
    queryKey: collectionsKey,
    resource: 'collections',
    apply: (all, { source, target }) => moved(all, nameOf, source, target),
    failed: t('The order was not saved'),
  });
  const moveCategory = useMove<CollectionCategory[]>({
    queryKey: categoriesKey,
    resource: 'collectionCategories',
    apply: (all, { source, target }) => moved(all, categoryKey, source, target),
    failed: t('The order was not saved'),
  });

  const join = (name: string, key: string) => {
    const collection = collections.find((one) => one.name === name);
    const joined = categories.find((one) => categoryKey(one) === key);
    if (!collection || !joined || categoriesOf(collection).includes(key)) {
      return;
    }
    const before = collection.category ?? [];
    categorize({ collection: name, categories: [...before, joined] });
    notices.done(t('{title} is in {category}', { title: titleOf(collection), category: joined.name }), {
      label: t('Undo'),
      run: () => categorize({ collection: name, categories: before }),
    });
  };

  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(undefined);
    if (!over || over.id === active.id) {
      return;
    }
    if (isChip(active.id)) {
      moveCategory({ source: chipKey(active.id), target: chipKey(over.id) });
    } else if (isChip(over.id)) {
      join(String(active.id), chipKey(over.id));
    } else {
      moveCollection({ source: String(active.id), target: String(over.id) });
    }
  };

  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      collisionDetection={dropTarget}
      onDragStart={({ active }) => setDragged(String(active.data.current?.['title'] ?? ''))}
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={drop}
    >
      <div className={styles['tools']}>
        {search}
        <CategoryBar
          categories={categories}
          collections={collections}
          chosen={category}
          onChoose={onChooseCategory}
          onMove={moveCategory}
        />
      </div>
      <Card isFlush>
        {isPending ? (
          <div className={styles['waiting']}>
            <Skeleton active paragraph={{ rows: 6 }} />
          </div>
        ) : found.length === 0 ? (
          empty
        ) : (
          <SortableRows
            keyOf={nameOf}
            titleOf={titleOf}
            size="middle"
            columns={columns}
            dataSource={found}
            pagination={false}
            scroll={{ x: 'max-content' }}
          />
        )}
      </Card>
      <DragOverlay dropAnimation={null}>
        {dragged && <span className={styles['dragged']}>{dragged}</span>}
      </DragOverlay>
    </DndContext>
  );
}
