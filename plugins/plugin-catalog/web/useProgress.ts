import type { SocketMessage } from '@pergola/api';
import { useApi } from '@pergola/plugin';
import { useEffect, useState } from 'react';

/** What the server is doing to the plugins right now, in its words; null while it is doing nothing. */
export function useProgress(): string | null {
  const { socket } = useApi();
  const [progress, setProgress] = useState<string | null>(null);
  useEffect(() => socket.subscribe((message) => setProgress((now) => progressOf(message, now))), [socket]);
  return progress;
}

function progressOf({ type, payload }: SocketMessage, now: string | null): string | null {
  if (type === 'notification') {
    return null;
  }
  const { code, message } = (payload ?? {}) as { code?: unknown; message?: unknown };
  if (type !== 'maintaining') {
    return now;
  }
  return code === 'APP_COMMANDING' && typeof message === 'string' ? message : null;
}
