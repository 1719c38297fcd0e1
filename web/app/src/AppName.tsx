import { AppNameContext, productName, useAppSettings } from '@pergola/plugin';
import type { ReactNode } from 'react';

/** Calls the app by its own name, once the server has told it. */
export function AppName({ children }: { children: ReactNode }) {
  const { data } = useAppSettings();
  return <AppNameContext value={data?.title || productName}>{children}</AppNameContext>;
}
