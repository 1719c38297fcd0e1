import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { textOperators } from '../operators';
import { TextInput } from '../text/TextInput';
import { LinkView } from './LinkView';

const link = { Input: TextInput, View: LinkView, operators: textOperators, isSortable: true, hasDefault: true, width: 200 };

export const linkInterfaces: readonly FieldInterface[] = [
  {
    ...link,
    name: 'phone',
    group: 'basic',
    title: msg('Phone'),
    definition: {
      type: 'string',
      uiSchema: { type: 'string', 'x-component': 'Input', 'x-component-props': { type: 'tel' } },
    },
  },
  {
    ...link,
    name: 'email',
    group: 'basic',
    title: msg('Email'),
    definition: { type: 'string', uiSchema: { type: 'string', 'x-component': 'Input', 'x-validator': 'email' } },
  },
  {
    ...link,
    name: 'url',
    group: 'basic',
    title: msg('URL'),
    definition: { type: 'text', uiSchema: { type: 'string', 'x-component': 'Input.URL' } },
  },
];
