import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { choiceOperators, choicesOperators } from '../operators';
import { ChoiceInput } from './ChoiceInput';
import { ChoiceView } from './ChoiceView';

const one = {
  group: 'choices' as const,
  Input: ChoiceInput,
  View: ChoiceView,
  operators: choiceOperators,
  isSortable: true,
  hasOptions: true,
  hasDefault: true,
  width: 160,
};
const many = { ...one, operators: choicesOperators, isSortable: false, width: 220 };

export const choiceInterfaces: readonly FieldInterface[] = [
  {
    ...one,
    name: 'select',
    title: msg('Single select'),
    definition: { type: 'string', uiSchema: { type: 'string', 'x-component': 'Select', enum: [] } },
  },
  {
    ...many,
    name: 'multipleSelect',
    title: msg('Multiple select'),
    definition: {
      type: 'array',
      defaultValue: [],
      uiSchema: {
        type: 'array',
        'x-component': 'Select',
        'x-component-props': { mode: 'multiple' },
        enum: [],
      },
    },
  },
  {
    ...one,
    name: 'radioGroup',
    title: msg('Radio group'),
    definition: { type: 'string', uiSchema: { type: 'string', 'x-component': 'Radio.Group', enum: [] } },
  },
  {
    ...many,
    name: 'checkboxGroup',
    title: msg('Checkbox group'),
    definition: {
      type: 'array',
      defaultValue: [],
      uiSchema: { type: 'string', 'x-component': 'Checkbox.Group', enum: [] },
    },
  },
];
