import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

interface RowWindow {
  scroller: RefObject<HTMLDivElement | null>;
  count: number;
  rowHeight: number;
  headHeight: number;
}

/** Rows beyond the edges, so that a slow scroll seldom has to draw. */
const margin = 4;
/** Where nothing is laid out, as in tests, a screenful is assumed. */
const usualHeight = 800;

/**
 * Which rows are drawn. The rows hang in a layer that sticks to the window and is moved by us, not by the browser:
 * however far a wheel or the scroll bar jumps, the old rows stay until the new ones are there, and nothing is ever blank.
 */
export function useRowWindow({ scroller, count, rowHeight, headHeight }: RowWindow) {
  const [range, setRange] = useState({ first: 0, last: Math.ceil(usualHeight / rowHeight) });

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) {
      return undefined;
    }
    const place = () => {
      box.toggleAttribute('data-shifted', box.scrollLeft > 0);
      const height = (box.clientHeight || usualHeight) - headHeight;
      const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - margin);
      const last = Math.ceil((box.scrollTop + height) / rowHeight) + margin;
      setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
      box.querySelector<HTMLElement>('[data-layer]')?.style.setProperty('transform', `translateY(${-box.scrollTop}px)`);
    };
    // Drawn before the next picture, or the layer would show a gap for one.
    const follow = () => flushSync(place);
    place();
    box.addEventListener('scroll', follow, { passive: true });
    const sizes = new ResizeObserver(place);
    sizes.observe(box);
    return () => {
      box.removeEventListener('scroll', follow);
      sizes.disconnect();
    };
  }, [scroller, rowHeight, headHeight]);

  const last = Math.min(range.last, count);
  return { first: Math.min(range.first, Math.max(0, last - 1)), last, page: Math.max(1, range.last - range.first - 2 * margin - 1) };
}
