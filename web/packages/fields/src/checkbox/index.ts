import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { booleanOperators } from '../operators';
import { CheckboxInput } from './CheckboxInput';
import { CheckboxView } from './CheckboxView';

export const checkboxInterface: FieldInterface = {
  name: 'checkbox',
  group: 'choices',
  title: msg('Checkbox'),
  definition: { type: 'boolean', uiSchema: { type: 'boolean', 'x-component': 'Checkbox' } },
  Input: CheckboxInput,
  View: CheckboxView,
  operators: booleanOperators,
  isSortable: true,
  hasDefault: true,
  width: 100,
};
