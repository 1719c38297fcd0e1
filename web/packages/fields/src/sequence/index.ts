import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { textOperators } from '../operators';
import { TextView } from '../text/TextView';

export const sequenceInterface: FieldInterface = {
  name: 'sequence',
  group: 'advanced',
  title: msg('Sequence'),
  definition: { type: 'sequence', uiSchema: { type: 'string', 'x-component': 'Input' } },
  View: TextView,
  operators: textOperators,
  isSortable: true,
  width: 180,
};
