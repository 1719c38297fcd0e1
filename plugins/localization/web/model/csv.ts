const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Lines of values for a spreadsheet; with a mark at the beginning by which it knows the encoding. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\u{FEFF}${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

/** Reads lines of values separated by commas or semicolons; values in quotes may hold any of them. */
export function readCsv(text: string): string[][] {
  const content = text.replace(/^\u{FEFF}/u, '');
  const separator = /^[^\n]*?([,;])/.exec(content.replace(/"[^"]*"/g, ''))?.[1] ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let isQuoted = false;
  const endValue = () => {
    row.push(value);
    value = '';
  };
  const endRow = () => {
    endValue();
    if (row.some((one) => one !== '')) {
      rows.push(row);
    }
    row = [];
  };
  for (let at = 0; at < content.length; at += 1) {
    const char = content[at] ?? '';
    if (isQuoted) {
      if (char !== '"') {
        value += char;
      } else if (content[at + 1] === '"') {
        value += '"';
        at += 1;
      } else {
        isQuoted = false;
      }
    } else if (char === '"' && value === '') {
      isQuoted = true;
    } else if (char === separator) {
      endValue();
    } else if (char === '\n') {
      endRow();
    } else if (char !== '\r') {
      value += char;
    }
  }
  endRow();
  return rows;
}
