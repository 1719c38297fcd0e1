import { useState } from 'react';

/** Keys for items that have none of their own; they follow every change that is told. */
export function useItemKeys(length: number) {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [next, setNext] = useState(0);
  if (keys.length < length) {
    const added = Array.from({ length: length - keys.length }, (_, index) => String(next + index));
    setKeys([...keys, ...added]);
    setNext(next + added.length);
  } else if (keys.length > length) {
    setKeys(keys.slice(0, length));
  }
  return {
    keys: keys.slice(0, length),
    removed: (index: number) => setKeys(keys.toSpliced(index, 1)),
    moved: (from: number, to: number) => setKeys(keys.toSpliced(from, 1).toSpliced(to, 0, keys[from] ?? '')),
  };
}
