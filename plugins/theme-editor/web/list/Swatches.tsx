import { paletteOf, useMode, type Look } from '@pergola/ui';
import styles from '../themes.module.css';

const shown = ['surface0', 'surface1', 'text1', 'accent', 'success', 'warning', 'danger', 'info'] as const;

/** The colours of a look side by side. */
export function Swatches({ look }: { look: Look | null }) {
  const mode = useMode();
  const palette = paletteOf(look?.mode ?? mode, look);
  return (
    <div className={styles['swatches']} aria-hidden>
      {shown.map((name) => (
        <span key={name} style={{ background: palette[name] }} />
      ))}
    </div>
  );
}
