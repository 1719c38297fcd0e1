import { useRef, useState, type KeyboardEvent } from 'react';

export interface TreeItem {
  key: string;
  level: number;
  isParent: boolean;
  isOpen: boolean;
}

/** One item of the tree is reached with Tab; arrows, Home and End go on from it, Enter and Space choose. */
export function useTreeKeys(
  items: readonly TreeItem[],
  chosen: string,
  onChoose: (key: string) => void,
  onTurn: (key: string, isOpen: boolean) => void,
) {
  const ref = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState<string>();
  const isThere = (key: string | undefined) => items.some((item) => item.key === key);
  const focused = [last, chosen].find(isThere) ?? items[0]?.key ?? '';

  const go = (item: TreeItem | undefined) => {
    if (item) {
      setLast(item.key);
      ref.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[items.indexOf(item)]?.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex((item) => item.key === focused);
    const item = items[at];
    if (!item || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const act = {
      ArrowDown: () => go(items[at + 1]),
      ArrowUp: () => go(items[at - 1]),
      Home: () => go(items[0]),
      End: () => go(items.at(-1)),
      Enter: () => onChoose(item.key),
      ' ': () => onChoose(item.key),
      ArrowRight: () => (item.isParent && !item.isOpen ? onTurn(item.key, true) : item.isParent && go(items[at + 1])),
      ArrowLeft: () =>
        item.isOpen
          ? onTurn(item.key, false)
          : go(items.slice(0, at).findLast((other) => other.level < item.level)),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };
  return { ref, focused, onKeyDown, onFocus: setLast };
}
