import { useSyncExternalStore } from 'react';
import type { Look } from './look';

const key = 'PERGOLA_LOOK';
const changed = 'pergola:look';

let read: { text: string | null; look: Look | null } = { text: null, look: null };

/** The same object as long as nothing changes. */
function current(): Look | null {
  const text = localStorage.getItem(key);
  if (text !== read.text) {
    read = { text, look: text === null ? null : parsed(text) };
  }
  return read.look;
}

function parsed(text: string): Look | null {
  try {
    return JSON.parse(text) as Look;
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener('storage', listener);
  };
}

/** Remembered in this browser, so that the next visit begins with it; null for the product's own. */
export function chooseLook(look: Look | null): void {
  const text = look && JSON.stringify(look);
  if (text === localStorage.getItem(key)) {
    return;
  }
  if (text === null) {
    localStorage.removeItem(key);
  } else {
    localStorage.setItem(key, text);
  }
  window.dispatchEvent(new Event(changed));
}

export const useLook = (): Look | null => useSyncExternalStore(subscribe, current);
