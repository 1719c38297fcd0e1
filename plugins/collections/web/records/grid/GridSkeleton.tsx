import { rowHeights, useDensity } from '@pergola/ui';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './grid.module.css';
import type { GridColumn } from './gridColumns';

const rows = 10;

/** The table before its first records: its columns are known already. */
export function GridSkeleton({ columns }: { columns: readonly GridColumn[] }) {
  const { t } = useTranslation();
  const rowHeight = rowHeights[useDensity()];
  const tracks = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' ');
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--columns': `44px ${tracks}`,
    '--rowHeight': `${rowHeight}px`,
    '--headHeight': '36px',
  };
  return (
    <div className={styles['bones']} style={style} role="status" aria-label={t('Records are loading')}>
      <div className={styles['headRow']}>
        <span />
        {columns.map(({ field, title, isNumeric }) => (
          <span key={field.name} className={`${styles['headCell']} ${isNumeric ? styles['numeric'] : ''}`}>
            <span className={styles['headTitle']}>{title}</span>
          </span>
        ))}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles['boneRow']}>
          <span />
          {columns.map(({ field, isNumeric }, column) => (
            <span key={field.name} className={`${styles['cell']} ${isNumeric ? styles['numeric'] : ''}`}>
              <span className={styles['bone']} style={{ width: `${40 + ((row * 3 + column * 5) % 5) * 10}%` }} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
