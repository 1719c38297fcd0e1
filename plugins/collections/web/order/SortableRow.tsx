import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { DragIcon } from '@pergola/ui';
import { createContext, useContext, useMemo, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SortableRow.module.css';

type Handle = Pick<ReturnType<typeof useSortable>, 'attributes' | 'listeners' | 'setActivatorNodeRef'>;

const HandleContext = createContext<Handle | null>(null);

type RowProps = ComponentProps<'tr'> & {
  'data-row-key'?: string;
  /** What the row is called while it is dragged. */
  'data-title'?: string;
};

/** A row of a table that can be dragged by its handle. */
export function SortableRow({ 'data-title': title = '', ...props }: RowProps) {
  const id = props['data-row-key'] ?? '';
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, isDragging, transform, transition } = useSortable({
    id,
    data: { title },
    disabled: id === '',
  });
  const handle = useMemo(
    () => ({ attributes, listeners, setActivatorNodeRef }),
    [attributes, listeners, setActivatorNodeRef],
  );
  return (
    <HandleContext value={handle}>
      <tr
        {...props}
        ref={setNodeRef}
        className={[props.className, styles['row'], isDragging && styles['lifted']].filter(Boolean).join(' ')}
        style={{ ...props.style, transform: CSS.Translate.toString(transform), transition }}
      />
    </HandleContext>
  );
}

/** Where a row is grabbed; shown on hover and when it has the focus. */
export function RowHandle({ title }: { title: string }) {
  const { t } = useTranslation();
  const handle = useContext(HandleContext);
  return (
    <button
      type="button"
      ref={handle?.setActivatorNodeRef}
      {...handle?.attributes}
      {...handle?.listeners}
      className={styles['handle']}
      aria-label={t('Move {title}', { title })}
    >
      <DragIcon />
    </button>
  );
}
