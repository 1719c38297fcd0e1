import type { RecordValues } from '@pergola/api';

/** A row of the table as it is drawn: a record and its place in the tree. */
export interface Line {
  key: string;
  row: RecordValues;
  level: number;
  hasChildren: boolean;
  isExpanded: boolean;
  /** Index of the line of the record above it; -1 for roots. */
  parent: number;
}

interface LineSource {
  rows: readonly RecordValues[];
  keyField: string;
  /** Name of the field with the records below; null for a flat list. */
  childrenField: string | null;
  expanded: ReadonlySet<string>;
  hidden: ReadonlySet<string>;
}

/** Records below a hidden one are hidden with it. */
export function toLines({ rows, keyField, childrenField, expanded, hidden }: LineSource): Line[] {
  const lines: Line[] = [];
  const add = (records: readonly RecordValues[], level: number, parent: number) => {
    for (const row of records) {
      const key = String(row[keyField]);
      if (hidden.has(key)) {
        continue;
      }
      const children = childrenOf(row, childrenField);
      const isExpanded = children.length > 0 && expanded.has(key);
      lines.push({ key, row, level, hasChildren: children.length > 0, isExpanded, parent });
      if (isExpanded) {
        add(children, level + 1, lines.length - 1);
      }
    }
  };
  add(rows, 1, -1);
  return lines;
}

export const childrenOf = (row: RecordValues, childrenField: string | null): readonly RecordValues[] =>
  childrenField !== null && Array.isArray(row[childrenField]) ? (row[childrenField] as RecordValues[]) : [];

/** Every record that can be expanded. */
export const parentsIn = (rows: readonly RecordValues[], keyField: string, childrenField: string | null): string[] =>
  rows.flatMap((row) => {
    const children = childrenOf(row, childrenField);
    return children.length === 0 ? [] : [String(row[keyField]), ...parentsIn(children, keyField, childrenField)];
  });

/** The records with one of them changed; all others stay the objects they are, so that only its row is drawn again. */
export function patchRecord(
  rows: readonly RecordValues[],
  keyField: string,
  childrenField: string | null,
  key: string,
  change: RecordValues,
): readonly RecordValues[] {
  for (const [index, row] of rows.entries()) {
    if (String(row[keyField]) === key) {
      return rows.with(index, { ...row, ...change });
    }
    const children = childrenOf(row, childrenField);
    const patched = patchRecord(children, keyField, childrenField, key, change);
    if (childrenField !== null && patched !== children) {
      return rows.with(index, { ...row, [childrenField]: patched });
    }
  }
  return rows;
}
