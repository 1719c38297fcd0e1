import { parseConditions, type ConditionGroup } from '@pergola/filter';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useStable } from './grid/useStable';

/** What the address says about a table: where it is, how it is sorted, what it shows. */
export interface TableView {
  page: number;
  pageSize: number;
  sort: string | null;
  conditions: ConditionGroup;
  columns: string[] | null;
  /** Key of the open record, `new` for one that is being made. */
  record: string | null;
  /** Key of the record above the one that is being made. */
  parent: string | null;
}

export const pageSizes = [20, 50, 100, 200, 1000, 10_000];

export type ViewChange = Partial<
  Record<'page' | 'pageSize' | 'sort' | 'filter' | 'columns' | 'record' | 'parent', string | null>
>;

export function useTableView(): [TableView, (change: ViewChange) => void] {
  const [params, setParams] = useSearchParams();
  const filter = params.get('filter');
  const names = params.get('columns');
  const size = Number(params.get('pageSize'));

  // A record that opens changes the address, and must not change what the table is made of.
  const conditions = useMemo(() => parseConditions(filter), [filter]);
  const columns = useMemo(() => names?.split(',').filter(Boolean) ?? null, [names]);
  const view: TableView = {
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
    pageSize: pageSizes.includes(size) ? size : 50,
    sort: params.get('sort'),
    conditions,
    columns,
    record: params.get('record'),
    parent: params.get('parent'),
  };

  const change = useStable((next: ViewChange) =>
    setParams((now) => {
      for (const [name, value] of Object.entries(next)) {
        if (value) {
          now.set(name, value);
        } else {
          now.delete(name);
        }
      }
      return now;
    }),
  );
  return [view, change];
}
