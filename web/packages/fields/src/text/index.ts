import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { textOperators } from '../operators';
import { LongTextInput } from './LongTextInput';
import { TextInput } from './TextInput';
import { TextView } from './TextView';

const text = { Input: TextInput, View: TextView, operators: textOperators, isSortable: true, width: 200 };
const longText = { Input: LongTextInput, View: TextView, operators: textOperators, hasDefault: true, width: 280 };

export const textInterfaces: readonly FieldInterface[] = [
  {
    ...text,
    hasDefault: true,
    name: 'input',
    group: 'basic',
    title: msg('Single line text'),
    definition: { type: 'string', uiSchema: { type: 'string', 'x-component': 'Input' } },
  },
  {
    ...longText,
    name: 'textarea',
    group: 'basic',
    title: msg('Long text'),
    definition: { type: 'text', uiSchema: { type: 'string', 'x-component': 'Input.TextArea' } },
  },
  {
    ...longText,
    name: 'markdown',
    group: 'media',
    title: msg('Markdown'),
    definition: { type: 'text', uiSchema: { type: 'string', 'x-component': 'Markdown' } },
  },
  {
    ...text,
    name: 'uuid',
    group: 'advanced',
    title: msg('UUID'),
    definition: { type: 'uuid', uiSchema: { type: 'string', 'x-component': 'Input', 'x-validator': 'uuid' } },
  },
  {
    ...text,
    name: 'nanoid',
    group: 'advanced',
    title: msg('Nano ID'),
    definition: { type: 'nanoid', uiSchema: { type: 'string', 'x-component': 'NanoIDInput' } },
  },
];
