import { useEffect, useState } from 'react';

/** What had the focus before this came over it has it again afterwards. */
export function useReturnFocus(): void {
  const [origin] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (origin instanceof HTMLElement && origin.isConnected) {
        origin.focus({ preventScroll: true });
      }
    },
    [origin],
  );
}
