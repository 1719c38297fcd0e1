/**
 * The list after one element has taken the place of another, as the action `move` does it: downwards the ones in between
 * close up, upwards they make room. Null when nothing moves.
 */
export function moved<T>(list: readonly T[], keyOf: (item: T) => string, source: string, target: string): T[] | null {
  const from = list.findIndex((item) => keyOf(item) === source);
  const to = list.findIndex((item) => keyOf(item) === target);
  const item = list[from];
  if (item === undefined || to < 0 || from === to) {
    return null;
  }
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}
