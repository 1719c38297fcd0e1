import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { JsonInput } from './JsonInput';
import { JsonView } from './JsonView';

export const jsonInterface: FieldInterface = {
  name: 'json',
  group: 'advanced',
  title: msg('JSON'),
  definition: {
    type: 'json',
    uiSchema: {
      type: 'object',
      'x-component': 'Input.JSON',
      'x-component-props': { autoSize: { minRows: 5 } },
      default: null,
    },
  },
  Input: JsonInput,
  View: JsonView,
  operators: [],
  width: 240,
};
