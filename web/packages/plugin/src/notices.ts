import { createContext, useContext } from 'react';

export interface NoticeSink {
  /** Something is done; `undo` takes it back. */
  done: (text: string, undo?: { label: string; run: () => void }) => void;
  /** Something failed; says what, what was kept, and the request to look for. */
  failed: (title: string, error: unknown) => void;
}

export const NoticeContext = createContext<NoticeSink | null>(null);

export function useNotices(): NoticeSink {
  const notices = useContext(NoticeContext);
  if (notices === null) {
    throw new Error('There is nowhere to show notices above this component.');
  }
  return notices;
}
