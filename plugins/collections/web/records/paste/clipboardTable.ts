/**
 * The rows of a table as spreadsheets put it on the clipboard: cells between tabs, rows on lines. A cell that holds a
 * tab, a line break or a quote stands in quotes, with its own quotes doubled; Excel leaves the quotes out where only a
 * quote is inside, so that a quote which nothing closes is one of the text.
 */
export function parseTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      if (at < text.length) {
        continue;
      }
      row.push('');
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return squared(withoutBlankEnd(rows));
}

interface Cell {
  value: string;
  end: number;
}

const ends = (text: string, at: number) =>
  at >= text.length || text[at] === '\t' || text[at] === '\n' || text[at] === '\r';

function quotedCell(text: string, start: number): Cell | null {
  if (text[start] !== '"') {
    return null;
  }
  let value = '';
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') {
      value += text[at];
      at += 1;
    } else if (text[at + 1] === '"') {
      value += '"';
      at += 2;
    } else {
      return ends(text, at + 1) ? { value: value.replaceAll('\r\n', '\n'), end: at + 1 } : null;
    }
  }
  return null;
}

function plainCell(text: string, start: number): Cell {
  let at = start;
  while (!ends(text, at)) {
    at += 1;
  }
  return { value: text.slice(start, at), end: at };
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

/** Whole columns are copied with all the empty rows below them. */
function withoutBlankEnd(rows: string[][]): string[][] {
  return rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1);
}

function squared(rows: string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** Rows as spreadsheets read them from the clipboard. */
export const formatTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
