import { useLayoutEffect } from 'react';
import { paint, useMode } from './colorMode';
import './base.css';

/** Colours the page as the person, or the device, wants it. */
export function usePaint(): void {
  const mode = useMode();
  useLayoutEffect(() => paint(mode), [mode]);
}
