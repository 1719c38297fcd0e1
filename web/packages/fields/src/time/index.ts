import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { timeOperators } from '../operators';
import { TextView } from '../text/TextView';
import { TimeInput } from './TimeInput';

export const timeInterface: FieldInterface = {
  name: 'time',
  group: 'dateTime',
  title: msg('Time'),
  definition: { type: 'time', uiSchema: { type: 'string', 'x-component': 'TimePicker' } },
  Input: TimeInput,
  hasDefault: true,
  View: TextView,
  operators: timeOperators,
  isSortable: true,
  width: 120,
};
