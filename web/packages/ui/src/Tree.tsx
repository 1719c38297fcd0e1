import type { ReactNode } from 'react';
import { FoldedIcon, NextIcon } from './icons';
import styles from './Tree.module.css';
import { useTreeKeys, type TreeItem } from './useTreeKeys';

interface TreeProps<Item extends TreeItem> {
  label: string;
  /** What is to be seen, from top to bottom. */
  items: readonly Item[];
  /** Pixels that each level stands further in. */
  indent?: number;
  /** The key of the one item that is chosen; of a tree with ticks, none. */
  chosen?: string;
  /** What the tick of an item says, in a tree with ticks. */
  tickOf?: (item: Item) => boolean | 'mixed';
  onChoose: (key: string) => void;
  onTurn: (key: string, isOpen: boolean) => void;
  children: (item: Item) => ReactNode;
}

/** A tree that keys and pointers walk: choosing is the item's, opening and closing its triangle's. */
export function Tree<Item extends TreeItem>({
  label,
  items,
  indent = 16,
  chosen = '',
  tickOf,
  onChoose,
  onTurn,
  children,
}: TreeProps<Item>) {
  const { ref, focused, onKeyDown, onFocus } = useTreeKeys(items, chosen, onChoose, onTurn);
  return (
    <div ref={ref} role="tree" aria-label={label} {...(tickOf && { 'aria-multiselectable': true })} className={styles['tree']}>
      {items.map((item) => (
        <div
          key={item.key}
          role="treeitem"
          aria-level={item.level}
          {...(tickOf ? { 'aria-checked': tickOf(item) } : { 'aria-selected': item.key === chosen })}
          {...(item.isParent && { 'aria-expanded': item.isOpen })}
          tabIndex={item.key === focused ? 0 : -1}
          className={styles['item']}
          style={{ paddingInlineStart: 8 + (item.level - 1) * indent }}
          onClick={() => onChoose(item.key)}
          onKeyDown={onKeyDown}
          onFocus={() => onFocus(item.key)}
        >
          <span
            aria-hidden
            className={styles['turn']}
            onClick={(event) => {
              if (item.isParent) {
                event.stopPropagation();
                onTurn(item.key, !item.isOpen);
              }
            }}
          >
            {item.isParent && (item.isOpen ? <NextIcon /> : <FoldedIcon />)}
          </span>
          {children(item)}
        </div>
      ))}
    </div>
  );
}
