import type { FocusEvent, KeyboardEvent, RefObject } from 'react';

/**
 * How Tab passes a grid: the buttons of its head one by one, then the one cell with the focus, then out, instead of
 * every link in every row. The browser goes on from an edge behind the grid.
 */
export function useGridEdges(
  scroller: RefObject<HTMLElement | null>,
  edge: RefObject<HTMLElement | null>,
  focusCell: () => void,
) {
  const onTab = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.key !== 'Tab' || target === edge.current || target.closest('[data-editor]')) {
      return;
    }
    const controls = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-head] :is(input, button)') ?? [])];
    const at = controls.indexOf(target);
    if (at === -1 && event.shiftKey) {
      event.preventDefault();
      controls.at(-1)?.focus();
    } else if (at === -1) {
      edge.current?.focus();
    } else if (at === controls.length - 1 && !event.shiftKey) {
      event.preventDefault();
      focusCell();
    }
  };

  const onEnter = (event: FocusEvent) => {
    const from = event.relatedTarget;
    const isFromOutside = from !== null && from !== edge.current && !scroller.current?.contains(from);
    if (isFromOutside && event.target.matches('[data-index] a:focus-visible')) {
      focusCell();
    }
  };

  return { onTab, onEnter };
}
