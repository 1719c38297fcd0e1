import { useSyncExternalStore } from 'react';

const key = 'PERGOLA_DENSITY';
const changed = 'pergola:density';

/** How much room the rows of tables take. */
export type Density = 'comfortable' | 'compact';

/** In pixels. */
export const rowHeights: Readonly<Record<Density, number>> = { comfortable: 40, compact: 32 };

const current = (): Density => (localStorage.getItem(key) === 'compact' ? 'compact' : 'comfortable');

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

/** Remembered for this browser and the same for all tables. */
export function chooseDensity(density: Density): void {
  localStorage.setItem(key, density);
  window.dispatchEvent(new Event(changed));
}

export const useDensity = (): Density => useSyncExternalStore(subscribe, current);
