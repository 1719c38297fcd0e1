import { expect, it } from 'vitest';
import { keyOf, labelOf } from './relationField';

it('A record is identified by what the relation says, such as the name of a role', () => {
  const role = { name: 'role', type: 'belongsTo', target: 'roles', targetKey: 'name' };
  expect(keyOf(role)).toBe('name');
  const fieldNames = { label: 'title', value: 'uid' };
  const shown = { ...role, uiSchema: { 'x-component-props': { fieldNames } } };
  expect([keyOf(shown), labelOf(shown)]).toEqual(['uid', 'title']);
  expect(keyOf({ name: 'books', type: 'hasMany', target: 'books' })).toBe('id');
});
