import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';

/** Inputs in the place of a value have no border of their own; the place has one. */
export function InlineControls({ children }: { children: ReactNode }) {
  return <ConfigProvider variant="borderless">{children}</ConfigProvider>;
}
