import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { scopeVariables } from './variables';

const field = (name: string, kind: string, type = 'string', more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  type,
  interface: kind,
  ...more,
});
const owner: CollectionDefinition = {
  name: 'orders',
  fields: [field('author', 'm2o', 'belongsTo', { target: 'users', foreignKey: 'authorId' })],
};
const users: CollectionDefinition = { name: 'users' };
const departments: CollectionDefinition = { name: 'departments' };
const offered = (one: FieldDefinition, of = owner, all = [owner, users, departments]) =>
  scopeVariables(all)
    .filter(({ fits }) => fits(one, of))
    .map(({ name }) => name.replace(/^.*(\$user|currentUser)\./, ''));

describe('What conditions compare with of whoever looks', () => {
  const id = field('id', 'id', 'bigInt', { primaryKey: true });

  it('fits the field', () => {
    expect(offered(field('author', 'm2o', 'belongsTo', { target: 'users' }))).toEqual(['id']);
    expect(offered(field('department', 'm2o', 'belongsTo', { target: 'departments' }))).toEqual([
      'mainDepartmentId',
      'departments.id',
    ]);
    expect(offered(field('client', 'm2o', 'belongsTo', { target: 'clients' }))).toEqual([]);
    expect(offered(id)).toEqual([]);
    expect(offered(id, users)).toEqual(['id']);
    expect(offered(field('authorId', 'integer', 'bigInt'))).toEqual(['id']);
    expect(offered(field('number', 'integer', 'bigInt'))).toEqual(['id', 'mainDepartmentId', 'departments.id']);
    expect(offered(field('price', 'number', 'double'))).toEqual([]);
    expect(offered(field('day', 'dateOnly', 'dateOnly'))).toEqual([]);
    expect(offered(field('title', 'input'))).toEqual(['nickname', 'username', 'email']);
    expect(offered(field('contact', 'email'))).toEqual(['email']);
  });

  it('is no department where there are none', () => {
    expect(offered(field('number', 'integer', 'bigInt'), owner, [owner, users])).toEqual(['id']);
  });
});
