import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { CollectionCategory } from '@pergola/api';
import type { PointerEventHandler } from 'react';
import styles from './CategoryBar.module.css';
import { categoryKey } from './categoriesQuery';
import { CategoryDot } from './CategoryDot';
import { chipId } from './dropTargets';

interface CategoryChipProps {
  category: CollectionCategory;
  count: number;
  isChosen: boolean;
  onChoose: () => void;
}

/** A category to choose, to drag to another place, and to drop collections on. */
export function CategoryChip({ category, count, isChosen, onChoose }: CategoryChipProps) {
  const { listeners, setNodeRef, transform, transition, isOver, active } = useSortable({
    id: chipId(categoryKey(category)),
    data: { title: category.name, category },
  });
  const receives = isOver && active?.data.current?.['category'] === undefined;
  // The keyboard presses the chip; it moves it in the menu beside the chip.
  const pointer = { onPointerDown: listeners?.['onPointerDown'] as PointerEventHandler | undefined };
  return (
    <button
      type="button"
      ref={setNodeRef}
      {...pointer}
      className={[styles['chip'], receives && styles['over']].filter(Boolean).join(' ')}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <CategoryDot color={category.color} /> {category.name} <span className={styles['count']}>{count}</span>
    </button>
  );
}
