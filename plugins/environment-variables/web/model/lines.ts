import { longestName, longestValue, namePattern } from './variable';

export type SkipReason = 'name' | 'exists' | 'repeated' | 'empty' | 'form' | 'long';

export interface Skipped {
  /** Counted from 1. */
  line: number;
  /** The name, or the beginning of a line that has none. */
  what: string;
  reason: SkipReason;
}

export interface ReadLines {
  taken: { name: string; value: string }[];
  skipped: Skipped[];
}

const shown = 40;

/** Reads lines as `NAME=value`; empty lines and those that begin with `#` say nothing, `export ` before a name is left out. */
export function readLines(text: string, existing: ReadonlySet<string>): ReadLines {
  const taken = new Map<string, string>();
  const skipped: Skipped[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) {
      return;
    }
    const separator = line.indexOf('=');
    const name = (separator < 0 ? line : line.slice(0, separator)).replace(/^export\s+/, '').trim();
    const value = unquoted(separator < 0 ? '' : line.slice(separator + 1).trim());
    const reason = separator < 0 ? 'form' : faultOf(name, value, existing, taken);
    if (reason) {
      skipped.push({ line: index + 1, what: name.slice(0, shown), reason });
    } else {
      taken.set(name, value);
    }
  });
  return { taken: [...taken].map(([name, value]) => ({ name, value })), skipped };
}

function faultOf(
  name: string,
  value: string,
  existing: ReadonlySet<string>,
  taken: ReadonlyMap<string, string>,
): SkipReason | undefined {
  if (!namePattern.test(name) || name.length > longestName) {
    return 'name';
  }
  if (existing.has(name)) {
    return 'exists';
  }
  if (taken.has(name)) {
    return 'repeated';
  }
  if (value === '') {
    return 'empty';
  }
  return value.length > longestValue ? 'long' : undefined;
}

/** Quotes around a whole value are not part of it. */
function unquoted(value: string): string {
  const quote = value[0];
  return value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote) ? value.slice(1, -1) : value;
}
