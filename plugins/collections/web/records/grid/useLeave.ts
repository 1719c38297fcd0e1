import { useEffect, useRef, type RefObject } from 'react';
import { useStable } from './useStable';

/**
 * Tells when somebody presses or focuses something outside of an element. What hangs from it elsewhere in the document,
 * such as the list of a select, is inside: its events come through React to the handlers that are given back.
 */
export function useLeave(place: RefObject<HTMLElement | null>, onLeave: () => void) {
  const isInside = useRef(false);
  const leave = useStable(onLeave);
  const touch = () => {
    isInside.current = true;
  };

  useEffect(() => {
    const judge = (event: Event) => {
      const wasInside = isInside.current || place.current?.contains(event.target as Node);
      isInside.current = false;
      if (!wasInside) {
        leave();
      }
    };
    document.addEventListener('pointerdown', judge);
    document.addEventListener('focusin', judge);
    return () => {
      document.removeEventListener('pointerdown', judge);
      document.removeEventListener('focusin', judge);
    };
  }, [place, leave]);

  return { onPointerDownCapture: touch, onFocusCapture: touch };
}
