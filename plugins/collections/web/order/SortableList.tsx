import { closestCenter, DndContext } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { DragIcon } from '@pergola/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SortableList.module.css';
import { useSorting } from './useSorting';

interface SortableListProps {
  /** Stays with its item through every change. */
  keys: readonly string[];
  titleOf: (index: number) => string;
  onMove: (from: number, to: number) => void;
  children: (index: number) => ReactNode;
}

/** Items of a form that are dragged into another order. */
export function SortableList({ keys, titleOf, onMove, children }: SortableListProps) {
  const { sensors, accessibility } = useSorting();
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over && over.id !== active.id) {
          onMove(keys.indexOf(String(active.id)), keys.indexOf(String(over.id)));
        }
      }}
    >
      <SortableContext items={[...keys]} strategy={verticalListSortingStrategy}>
        {keys.map((key, index) => (
          <SortableItem key={key} id={key} title={titleOf(index)}>
            {children(index)}
          </SortableItem>
        ))}
      </SortableContext>
    </DndContext>
  );
}

function SortableItem({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, isDragging, transform, transition } = useSortable({
    id,
    data: { title },
  });
  return (
    <div
      ref={setNodeRef}
      className={isDragging ? `${styles['item']} ${styles['lifted']}` : styles['item']}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        className={styles['handle']}
        aria-label={t('Move {title}', { title })}
      >
        <DragIcon />
      </button>
      <div className={styles['body']}>{children}</div>
    </div>
  );
}
