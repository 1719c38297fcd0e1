import type { FieldDefinition } from '@pergola/api';
import dayjs from 'dayjs';

/** `dateOnly` values are days, not instants; read as UTC they would move by one in the west. */
const day = /^\d{4}-\d{2}-\d{2}$/;
const wall = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$/;

export interface ReadDate {
  short: string;
  exact: string;
}

export function readDate(value: unknown, language: string, withTime: boolean): ReadDate | null {
  const text = String(value ?? '');
  const isDay = day.test(text);
  const date = new Date(isDay ? `${text}T00:00:00` : wall.test(text) ? text.replace(' ', 'T') : text);
  if (text === '' || Number.isNaN(date.getTime())) {
    return null;
  }
  const { short, exact } = formatsOf(language, withTime && !isDay, !isDay);
  return { short: short.format(date), exact: exact.format(date) };
}

interface Formats {
  short: Intl.DateTimeFormat;
  exact: Intl.DateTimeFormat;
}

const known = new Map<string, Formats>();

/** Making a format costs a hundred times what using it does, and tables use a few of them thousands of times. */
function formatsOf(language: string, withTime: boolean, withExactTime: boolean): Formats {
  const key = `${language} ${withTime} ${withExactTime}`;
  const made = known.get(key) ?? {
    short: new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...(withTime && { timeStyle: 'short' }) }),
    exact: new Intl.DateTimeFormat(language, { dateStyle: 'full', ...(withExactTime && { timeStyle: 'medium' }) }),
  };
  known.set(key, made);
  return made;
}

/** The fixed format that a field asks for, null where the reader's own is used. */
export function formatOf(field: FieldDefinition): string | null {
  const props = field.uiSchema?.['x-component-props'] ?? {};
  const date = props['dateFormat'];
  if (typeof date !== 'string' || date === '') {
    return null;
  }
  const time = typeof props['timeFormat'] === 'string' ? props['timeFormat'] : 'HH:mm';
  return props['showTime'] === true ? `${date} ${time}` : date;
}

export function inFormat(value: unknown, format: string | null): string | null {
  return format === null ? null : dayjs(String(value)).format(format);
}
