import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { textOperators } from '../operators';
import { ColorInput } from './ColorInput';
import { ColorView } from './ColorView';

export const colorInterface: FieldInterface = {
  name: 'color',
  group: 'basic',
  title: msg('Color'),
  definition: { type: 'string', uiSchema: { type: 'string', 'x-component': 'ColorPicker' } },
  Input: ColorInput,
  hasDefault: true,
  View: ColorView,
  operators: textOperators,
  width: 120,
};
