import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import type { FilterVariable } from './variables';

const plain = (name: string, kind: string, type: string, title: string): FieldDefinition => ({
  name,
  type,
  interface: kind,
  uiSchema: { title },
});
const id: FieldDefinition = { ...plain('id', 'id', 'bigInt', 'ID'), primaryKey: true };
const relation = (name: string, kind: string, target: string, label: string, title: string): FieldDefinition => ({
  ...plain(name, kind, kind === 'm2m' ? 'belongsToMany' : 'belongsTo', title),
  target,
  targetKey: 'id',
  ...(kind !== 'm2m' && { foreignKey: `${name}Id` }),
  uiSchema: { title, 'x-component-props': { fieldNames: { label, value: 'id' } } },
});

export const orders: CollectionDefinition = {
  name: 'orders',
  title: 'Orders',
  titleField: 'title',
  fields: [
    id,
    plain('title', 'input', 'string', 'Title'),
    plain('contact', 'email', 'string', 'Contact'),
    plain('total', 'number', 'double', 'Total'),
    plain('number', 'integer', 'bigInt', 'Number'),
    plain('paid', 'checkbox', 'boolean', 'Paid'),
    plain('day', 'dateOnly', 'dateOnly', 'Day'),
    {
      ...plain('state', 'select', 'string', 'State'),
      uiSchema: { title: 'State', enum: [{ value: 'open', label: 'Open' }, { value: 'sent', label: 'Sent' }] },
    },
    relation('department', 'm2o', 'departments', 'title', 'Department'),
    relation('helpers', 'm2m', 'users', 'nickname', 'Helpers'),
    relation('createdBy', 'createdBy', 'users', 'nickname', 'Created by'),
  ],
};

const users: CollectionDefinition = {
  name: 'users',
  title: 'Users',
  fields: [
    id,
    plain('nickname', 'input', 'string', 'Nickname'),
    relation('mainDepartment', 'm2o', 'departments', 'title', 'Main department'),
  ],
};

const departments: CollectionDefinition = {
  name: 'departments',
  title: 'Departments',
  fields: [id, plain('title', 'input', 'string', 'Name')],
};

/** Collections with people in them, for tests of values that are others for everybody. */
export const company: CollectionDefinition[] = [orders, users, departments];

export const person: FilterVariable = {
  name: 'ctx.state.currentUser.id',
  title: 'the person who looks',
  fits: (field) => field.target === 'users' || field.interface === 'integer',
};
export const theirDepartments: FilterVariable = {
  name: '$user.departments.id',
  title: 'their departments',
  isList: true,
  fits: (field) => field.target === 'departments',
};
export const theirName: FilterVariable = {
  name: '$user.nickname',
  title: 'their name',
  emptyHint: 'Whoever has no name sees the records without one.',
  fits: (field) => field.interface === 'input',
};
export const variables = [person, theirDepartments, theirName];
