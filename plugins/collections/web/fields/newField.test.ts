import { fieldInterfaces } from '@pergola/fields';
import { describe, expect, it } from 'vitest';
import { newField, type RelationForm } from './newField';

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

describe('A new field', () => {
  it('carries its title, its kind and its rules', () => {
    const field = newField(kind('email'), { title: 'Email', name: 'email', isRequired: true, isUnique: true });
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
    const field = newField(kind('m2o'), { title: 'Author', name: 'author', relation });
    expect(field).toMatchObject({
      type: 'belongsTo',
      target: 'authors',
      foreignKey: 'authorId',
      targetKey: 'id',
      onDelete: 'SET NULL',
      uiSchema: { 'x-component-props': { multiple: false, fieldNames: { label: 'name', value: 'id' } } },
      reverseField: { name: 'books', type: 'hasMany', interface: 'o2m' },
    });
  });

  it('between many and many names the collection in the middle', () => {
    const field = newField(kind('m2m'), { title: 'Authors', name: 'authors', relation });
    expect(field).toMatchObject({ type: 'belongsToMany', through: 'authors_books', otherKey: 'bookId' });
    expect(field).not.toHaveProperty('onDelete');
  });
});
