import { useSyncExternalStore } from 'react';
import type { Look } from './look/look';
import { paletteOf } from './look/paletteOf';
import type { Mode } from './tokens';

const key = 'NOCOBASE_THEME';
const changed = 'pergola:theme';
const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** What the person chose; `system` follows the machine. */
export type ModeChoice = Mode | 'system';

function chosen(): ModeChoice {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function current(): Mode {
  const choice = chosen();
  if (choice !== 'system') {
    return choice;
  }
  return dark().matches ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  const media = dark();
  window.addEventListener(changed, listener);
  media.addEventListener('change', listener);
  return () => {
    window.removeEventListener(changed, listener);
    media.removeEventListener('change', listener);
  };
}

export function chooseMode(choice: ModeChoice): void {
  localStorage.setItem(key, choice);
  window.dispatchEvent(new Event(changed));
}

export const useMode = (): Mode => useSyncExternalStore(subscribe, current);
export const useModeChoice = (): ModeChoice => useSyncExternalStore(subscribe, chosen);

/** The palette as custom properties, for style sheets. */
export function paint(mode: Mode, look: Look | null = null): void {
  const root = document.documentElement;
  root.dataset['theme'] = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of Object.entries(paletteOf(mode, look))) {
    root.style.setProperty(`--${name}`, value);
  }
  root.style.setProperty('--text', `${look?.fontSize ?? 14}px`);
}
