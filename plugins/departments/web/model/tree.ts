import type { RecordKey } from '@pergola/api';

export interface Department {
  id: RecordKey;
  title: string | null;
  parentId: RecordKey | null;
}

/** A department as it stands in the tree. */
export interface TreeRow {
  department: Department;
  level: number;
  isParent: boolean;
  isOpen: boolean;
}

/** Keys are compared as text: those beyond what a number holds come as text. */
export const keyOf = (department: Department): string => String(department.id);

function byParent(departments: readonly Department[]): ReadonlyMap<string, readonly Department[]> {
  const known = new Set(departments.map(keyOf));
  const children = new Map<string, Department[]>();
  for (const department of departments) {
    // One whose parent is not there stands at the top, so that it can be found.
    const parent = known.has(String(department.parentId)) ? String(department.parentId) : '';
    children.set(parent, [...(children.get(parent) ?? []), department]);
  }
  return children;
}

/** The department and those above it, from the top. */
export function pathOf(departments: readonly Department[], key: string): Department[] {
  const known = new Map(departments.map((one) => [keyOf(one), one]));
  const path: Department[] = [];
  for (let at = known.get(key); at && !path.includes(at); at = known.get(String(at.parentId))) {
    path.unshift(at);
  }
  return path;
}

export const pathText = (departments: readonly Department[], key: string): string =>
  pathOf(departments, key)
    .map((one) => one.title)
    .join(' / ');

/** Keys of the department and of all below it. */
export function branchOf(departments: readonly Department[], key: string): ReadonlySet<string> {
  const children = byParent(departments);
  const branch = new Set([key]);
  for (const one of branch) {
    for (const child of children.get(one) ?? []) {
      branch.add(keyOf(child));
    }
  }
  return branch;
}

/** What the tree shows: what is open, or, with a search, what has the text in its name and what leads there. */
export function rowsOf(
  departments: readonly Department[],
  search: string,
  isOpen: (key: string) => boolean,
): TreeRow[] {
  const wanted = search.trim().toLocaleLowerCase();
  const shown = new Set(
    departments
      .filter((one) => (one.title ?? '').toLocaleLowerCase().includes(wanted))
      .flatMap((one) => pathOf(departments, keyOf(one)).map(keyOf)),
  );
  const children = byParent(departments);
  const rows: TreeRow[] = [];
  const add = (parent: string, level: number) => {
    for (const department of children.get(parent) ?? []) {
      const key = keyOf(department);
      if (!shown.has(key)) {
        continue;
      }
      const isParent = (children.get(key) ?? []).some((child) => shown.has(keyOf(child)));
      const row = { department, level, isParent, isOpen: isParent && (wanted !== '' || isOpen(key)) };
      rows.push(row);
      if (row.isOpen) {
        add(key, level + 1);
      }
    }
  };
  add('', 1);
  return rows;
}
