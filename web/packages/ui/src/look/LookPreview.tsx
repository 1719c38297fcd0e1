import { ConfigProvider } from 'antd';
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { themeOf } from '../theme';
import type { Mode } from '../tokens';
import type { Look } from './look';
import styles from './LookPreview.module.css';
import { paletteOf } from './paletteOf';

/** Shows what is inside as it would be with a look, whatever the page around it has. */
export function LookPreview({ look, mode, children }: { look: Look | null; mode: Mode; children: ReactNode }) {
  const theme = useMemo(() => ({ ...themeOf(mode, look), inherit: false }), [look, mode]);
  const variables = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(paletteOf(mode, look)).map(([name, value]) => [`--${name}`, value]),
      ) as CSSProperties,
    [look, mode],
  );
  return (
    <ConfigProvider theme={theme}>
      <div className={styles['preview']} style={{ ...variables, fontSize: look?.fontSize ?? 14 }}>
        {children}
      </div>
    </ConfigProvider>
  );
}
