import { msg } from '@pergola/plugin';
import type { FieldInterface } from '../fieldInterface';
import { PasswordInput } from './PasswordInput';
import { PasswordView } from './PasswordView';

export const passwordInterface: FieldInterface = {
  name: 'password',
  group: 'basic',
  title: msg('Password'),
  definition: { type: 'password', hidden: true, uiSchema: { type: 'string', 'x-component': 'Password' } },
  Input: PasswordInput,
  View: PasswordView,
  operators: [],
  width: 100,
};
