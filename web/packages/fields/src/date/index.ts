import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { dateOperators } from '../operators';
import { DateInput } from './DateInput';
import { DateView } from './DateView';

const date = {
  group: 'dateTime' as const,
  Input: DateInput,
  View: DateView,
  operators: dateOperators,
  isSortable: true,
  width: 200,
};
const system = { group: 'system' as const, View: DateView, operators: dateOperators, isSortable: true, width: 200 };

const picker = (props: Record<string, unknown>) => ({
  type: 'string',
  'x-component': 'DatePicker',
  'x-component-props': props,
});

const stamp = (name: string) => ({
  type: 'date',
  field: name,
  uiSchema: { type: 'datetime', 'x-component': 'DatePicker', 'x-component-props': {}, 'x-read-pretty': true },
});

export const dateInterfaces: readonly FieldInterface[] = [
  {
    ...date,
    name: 'datetime',
    title: msg('Date and time (with time zone)'),
    definition: {
      type: 'date',
      timezone: true,
      defaultToCurrentTime: false,
      onUpdateToCurrentTime: false,
      uiSchema: picker({ showTime: true, utc: true }),
    },
  },
  {
    ...date,
    name: 'datetimeNoTz',
    title: msg('Date and time (without time zone)'),
    definition: { type: 'datetimeNoTz', timezone: false, uiSchema: picker({ showTime: true, utc: false }) },
  },
  {
    ...date,
    hasDefault: true,
    width: 140,
    name: 'dateOnly',
    title: msg('Date'),
    definition: { type: 'dateOnly', uiSchema: picker({ dateOnly: true, showTime: false }) },
  },
  {
    ...date,
    name: 'unixTimestamp',
    title: msg('Unix timestamp'),
    definition: {
      type: 'unixTimestamp',
      accuracy: 'second',
      uiSchema: { type: 'number', 'x-component': 'UnixTimestamp', 'x-component-props': { showTime: true } },
    },
  },
  {
    ...system,
    name: 'createdAt',
    title: msg('Created at'),
    fixedName: 'createdAt',
    definition: stamp('createdAt'),
  },
  {
    ...system,
    name: 'updatedAt',
    title: msg('Last updated at'),
    fixedName: 'updatedAt',
    definition: stamp('updatedAt'),
  },
];
