import { fieldInterfaces } from '@pergola/fields';
import { describe, expect, it } from 'vitest';
import type { RelationForm } from './fieldForm';
import { newField } from './newField';

const kind = (name: string) => {
  const found = fieldInterfaces.find((one) => one.name === name);
  if (!found) {
    throw new Error(name);
  }
  return found;
};

const relation: RelationForm = {
  target: 'authors',
  label: 'name',
  foreignKey: 'authorId',
  otherKey: 'bookId',
  through: 'authors_books',
  onDelete: 'SET NULL',
  hasReverse: true,
  reverseTitle: 'Books',
  reverseName: 'books',
  reverseLabel: 'title',
};

const keys = { here: 'id', there: 'code' };

describe('A new field', () => {
  it('carries its title, its kind and its rules', () => {
    const field = newField(kind('email'), { title: 'Email', name: 'email', isRequired: true, isUnique: true }, keys);
    expect(field).toMatchObject({
      name: 'email',
      type: 'string',
      interface: 'email',
      unique: true,
      validation: { type: 'string', rules: [{ name: 'required' }] },
      uiSchema: { title: 'Email', type: 'string', 'x-component': 'Input', 'x-validator': 'email' },
    });
  });

  it('that is a relation brings its other side', () => {
    const field = newField(kind('m2o'), { title: 'Author', name: 'author', relation }, keys);
    expect(field).toMatchObject({
      type: 'belongsTo',
      target: 'authors',
      foreignKey: 'authorId',
      targetKey: 'code',
      onDelete: 'SET NULL',
      uiSchema: { 'x-component-props': { multiple: false, fieldNames: { label: 'name', value: 'code' } } },
      reverseField: {
        name: 'books',
        type: 'hasMany',
        interface: 'o2m',
        uiSchema: { 'x-component-props': { fieldNames: { label: 'title', value: 'id' } } },
      },
    });
  });

  it('between many and many names the collection in the middle', () => {
    const field = newField(kind('m2m'), { title: 'Authors', name: 'authors', relation }, keys);
    expect(field).toMatchObject({ type: 'belongsToMany', through: 'authors_books', otherKey: 'bookId' });
    expect(field).not.toHaveProperty('onDelete');
  });

  it('takes over what only its kind has, and its default', () => {
    const price = newField(
      kind('number'),
      {
        title: 'Price',
        name: 'price',
        defaultValue: '0.50',
        settings: { decimals: 2, isExact: true, precision: 12, scale: 2 },
      },
      keys,
    );
    expect(price).toMatchObject({
      type: 'decimal',
      precision: 12,
      scale: 2,
      defaultValue: '0.50',
      uiSchema: { title: 'Price', 'x-component-props': { stringMode: true, step: '0.01' } },
    });
    expect(newField(kind('input'), { title: 'x', name: 'x', defaultValue: null }, keys)).not.toHaveProperty('defaultValue');
  });
});
