import type { CollectionCategory, CollectionDefinition } from '@pergola/api';
import { horizontalListSortingStrategy, SortableContext } from '@dnd-kit/sortable';
import { Button, PlusIcon } from '@pergola/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Move } from '../order/useMove';
import { categoryKey, inCategory } from './categoriesQuery';
import styles from './CategoryBar.module.css';
import { CategoryChip } from './CategoryChip';
import { CategoryDialog } from './CategoryDialog';
import { CategoryMenu } from './CategoryMenu';
import { chipId } from './dropTargets';

interface CategoryBarProps {
  categories: CollectionCategory[];
  collections: CollectionDefinition[];
  /** Key of the one that is shown; empty for all. */
  chosen: string;
  onChoose: (key: string) => void;
  onMove: (move: Move) => void;
}

/** All collections, or those of one category; a row dropped on a category joins it. */
export function CategoryBar({ categories, collections, chosen, onChoose, onMove }: CategoryBarProps) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<CollectionCategory | 'new'>();
  const ids = useMemo(() => categories.map((category) => chipId(categoryKey(category))), [categories]);

  return (
    <div className={styles['bar']} role="group" aria-label={t('Categories')}>
      <button
        type="button"
        className={styles['chip']}
        aria-pressed={chosen === ''}
        onClick={() => onChoose('')}
      >
        {t('All')} <span className={styles['count']}>{collections.length}</span>
      </button>
      <SortableContext items={ids} strategy={horizontalListSortingStrategy}>
        {categories.map((category) => {
          const key = categoryKey(category);
          return (
            <span key={key} className={styles['part']}>
              <CategoryChip
                category={category}
                count={inCategory(collections, key).length}
                isChosen={chosen === key}
                onChoose={() => onChoose(key)}
              />
              {chosen === key && (
                <CategoryMenu
                  category={category}
                  categories={categories}
                  onEdit={() => setEdited(category)}
                  onMove={onMove}
                  onDeleted={() => onChoose('')}
                />
              )}
            </span>
          );
        })}
      </SortableContext>
      <Button type="text" size="small" icon={<PlusIcon />} onClick={() => setEdited('new')}>
        {t('New category')}
      </Button>
      {edited && (
        <CategoryDialog category={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  );
}
