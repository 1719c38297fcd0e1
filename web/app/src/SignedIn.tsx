import { useApi } from '@pergola/plugin';
import { useSyncExternalStore } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';

/** Sends to the sign-in page and back again. An expired session stays where it is and is asked for the password there. */
export function SignedIn() {
  const { session } = useApi();
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  const { pathname, search } = useLocation();
  if (state !== 'signedOut') {
    return <Outlet />;
  }
  const back = pathname === '/admin' ? '' : `?redirect=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/signin${back}`} replace />;
}
