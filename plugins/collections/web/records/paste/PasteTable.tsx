import { Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './PasteDialog.module.css';
import type { Mapping, PastedRow } from './pastedRows';

interface PasteTableProps {
  /** Titles of the pasted table itself; empty when it has none. */
  head: readonly string[];
  mapping: Mapping;
  options: { value: string; label: string }[];
  rows: readonly PastedRow[];
  onMap: (column: number, field: string | null) => void;
}

/** As many as people look through; the others are counted. */
const most = 100;
const out = '';

export function PasteTable({ head, mapping, options, rows, onMap }: PasteTableProps) {
  const { t } = useTranslation();
  return (
    <section className={styles['frame']} aria-label={t('Preview')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('Row')}</th>
            {mapping.map((name, column) => (
              <th key={column} scope="col" className={name === null ? styles['out'] : undefined}>
                <Select
                  size="small"
                  className={styles['field'] ?? ''}
                  popupMatchSelectWidth={200}
                  aria-label={t('Field of column {number}', { number: column + 1 })}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={name ?? out}
                  options={[{ value: out, label: t('Leave out') }, ...options]}
                  onChange={(field) => onMap(column, field || null)}
                />
                {head[column] && <small>{head[column]}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr key={row.line} className={row.isHopeless ? styles['hopeless'] : undefined}>
              <th scope="row">{row.line}</th>
              {row.cells.map((cell, column) => {
                const problem = row.problems.get(column);
                return (
                  <td
                    key={column}
                    className={problem ? styles['bad'] : mapping[column] === null ? styles['out'] : undefined}
                  >
                    <span title={cell}>{cell}</span>
                    {problem && <small>{t(problem.text, problem.values)}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <p className={styles['rest']}>{t('and {count} more rows', { count: rows.length - most })}</p>}
    </section>
  );
}
