import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { parseConditions, type ConditionGroup } from './conditions';

/** What the address says about a table: where it is, how it is sorted, what it shows. */
export interface TableView {
  page: number;
  pageSize: number;
  sort: string | null;
  conditions: ConditionGroup;
  columns: string[] | null;
  /** Key of the open record, `new` for one that is being made. */
  record: string | null;
}

export const pageSizes = [20, 50, 100, 200];

export type ViewChange = Partial<Record<'page' | 'pageSize' | 'sort' | 'filter' | 'columns' | 'record', string | null>>;

export function useTableView(): [TableView, (change: ViewChange) => void] {
  const [params, setParams] = useSearchParams();
  const view = useMemo<TableView>(() => {
    const size = Number(params.get('pageSize'));
    return {
      page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
      pageSize: pageSizes.includes(size) ? size : 50,
      sort: params.get('sort'),
      conditions: parseConditions(params.get('filter')),
      columns: params.get('columns')?.split(',').filter(Boolean) ?? null,
      record: params.get('record'),
    };
  }, [params]);

  const change = (next: ViewChange) =>
    setParams((now) => {
      for (const [name, value] of Object.entries(next)) {
        if (value) {
          now.set(name, value);
        } else {
          now.delete(name);
        }
      }
      return now;
    });
  return [view, change];
}
