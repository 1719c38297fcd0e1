import { EmptyState, Input, SearchIcon, Tree, type TreeItem } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, pathOf, rowsOf, type Department } from '../model/tree';
import styles from './tree.module.css';

interface DepartmentTreeProps {
  departments: readonly Department[];
  /** Empty for all users. */
  chosen: string;
  onChoose: (key: string) => void;
}

/** As many as are taken in at a glance stand open; of more, the way to the chosen one. */
const glance = 50;

/** The departments to choose from, below everybody. */
export function DepartmentTree({ departments, chosen, onChoose }: DepartmentTreeProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const way = new Set(pathOf(departments, chosen).map(keyOf));
  const rows = rowsOf(
    departments,
    search,
    (key) => turned.get(key) ?? (departments.length <= glance || way.has(key)),
  );
  const turn = (key: string, isOpen: boolean) => setTurned(new Map(turned).set(key, isOpen));
  const items: TreeItem[] = [
    { key: '', level: 1, isParent: false, isOpen: false },
    ...rows.map(({ department, ...row }) => ({ ...row, key: keyOf(department) })),
  ];
  const titles = new Map([['', t('All users')], ...rows.map((row) => [keyOf(row.department), row.department.title ?? ''] as const)]);

  return (
    <div className={styles['pane']}>
      <Input
        prefix={<SearchIcon />}
        allowClear
        placeholder={t('Search departments')}
        aria-label={t('Search departments')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Tree label={t('Departments')} items={items} chosen={chosen} onChoose={onChoose} onTurn={turn}>
        {({ key }) => <span className={styles['title']}>{titles.get(key)}</span>}
      </Tree>
      {search && rows.length === 0 && (
        <EmptyState title={t('No department has this name')}>{t('Search for another part of it.')}</EmptyState>
      )}
      {departments.length === 0 && (
        <p className={styles['hint']}>
          {t('There are no departments yet. Add one, put people in it, and give it the roles its members need.')}
        </p>
      )}
    </div>
  );
}
