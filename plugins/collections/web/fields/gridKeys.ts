/** The element that an arrow key leads to: the next one in its row, or the nearest one of another row. */
export function neighbour(elements: readonly HTMLElement[], from: Element | null, key: string): HTMLElement | undefined {
  const at = elements.indexOf(from as HTMLElement);
  if (at < 0) {
    // From the search only downwards; the other arrows move the caret there.
    return key === 'ArrowDown' ? elements[0] : undefined;
  }
  switch (key) {
    case 'ArrowRight':
      return elements[at + 1];
    case 'ArrowLeft':
      return elements[at - 1];
    case 'ArrowDown':
      return nearest(elements.slice(at + 1), from);
    case 'ArrowUp':
      return nearest(elements.slice(0, at).toReversed(), from);
    default:
      return undefined;
  }
}

/** Of the first other row in this direction, the one that is least to the side. */
function nearest(others: readonly HTMLElement[], from: Element | null): HTMLElement | undefined {
  const here = from?.getBoundingClientRect();
  const row = others.find((other) => other.getBoundingClientRect().top !== here?.top)?.getBoundingClientRect().top;
  const distance = (element: HTMLElement) => Math.abs(element.getBoundingClientRect().left - (here?.left ?? 0));
  return others
    .filter((other) => other.getBoundingClientRect().top === row)
    .toSorted((one, other) => distance(one) - distance(other))[0];
}
