import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Checkbox, DragIcon } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './ColumnChoice.module.css';

interface ColumnEntryProps {
  name: string;
  title: string;
  isShown: boolean;
  /** The last column cannot go. */
  isFixed?: boolean;
  /** Once it is drawn. */
  hasFocus: boolean;
  onToggle: () => void;
}

export function ColumnEntry({ name, title, isShown, isFixed = false, hasFocus, onToggle }: ColumnEntryProps) {
  const { t } = useTranslation();
  const sortable = useSortable({ id: name, disabled: !isShown });
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = sortable;
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? styles['dragged'] : styles['entry']}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? '' }}
    >
      <Checkbox checked={isShown} disabled={isFixed} autoFocus={hasFocus} onChange={onToggle}>
        {title}
      </Checkbox>
      {isShown && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={styles['handle']}
          {...attributes}
          {...listeners}
          aria-label={t('Move {title}', { title })}
        >
          <DragIcon />
        </button>
      )}
    </li>
  );
}
