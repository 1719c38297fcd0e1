import { useLayoutEffect } from 'react';
import { paint, useMode } from './colorMode';
import { useLook } from './look/store';
import './base.css';

/** Colours the page as the person, or the device, wants it. */
export function usePaint(): void {
  const mode = useMode();
  const look = useLook();
  useLayoutEffect(() => paint(mode, look), [mode, look]);
}
