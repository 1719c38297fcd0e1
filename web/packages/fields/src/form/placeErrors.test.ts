import { RequestFailure } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { placeErrors } from './placeErrors';

const fields = [
  { name: 'name', type: 'string', uiSchema: { title: 'Name' } },
  { name: 'nameOfCity', type: 'string', uiSchema: { title: 'Name of the city' } },
  { name: 'number', type: 'string', uiSchema: { title: '编号' } },
];
const titleOf = (field: (typeof fields)[number]) => field.uiSchema.title;

const place = (...messages: string[]) =>
  placeErrors(
    new RequestFailure('refused', 400, messages.map((message) => ({ message })), null),
    fields,
    (field) => titleOf(field as (typeof fields)[number]),
  );

describe('Errors of the server', () => {
  it('stand at the field they name, without the collection', () => {
    expect(place('Books: Name is required', 'Name of the city already exists')).toEqual({
      fields: [
        { name: 'name', errors: ['Name is required'] },
        { name: 'nameOfCity', errors: ['Name of the city already exists'] },
      ],
      rest: [],
    });
  });

  it('are found in Chinese and by the name of the field', () => {
    expect(place('编号 字段值已存在', '编号字段不能为空', 'number must be a number').fields).toEqual([
      { name: 'number', errors: ['编号 字段值已存在', '编号字段不能为空', 'number must be a number'] },
    ]);
  });

  it('stay together where they name none', () => {
    expect(place('Names are taken', 'No permissions')).toEqual({ fields: [], rest: ['Names are taken', 'No permissions'] });
    expect(placeErrors(new TypeError('x'), fields, () => 'x')).toEqual({ fields: [], rest: [] });
  });
});
