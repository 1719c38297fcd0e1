import type { CollectionDefinition } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { relationNames, singular } from './relationNames';

const collection = (name: string, ...fields: string[]): CollectionDefinition => ({
  name,
  fields: fields.map((field) => ({ name: field, type: 'string' })),
});
const books = collection('books', 'id', 'title');
const authors = collection('authors', 'id', 'fullName');
const tags = collection('tags', 'id');
const collections = [books, authors, tags];

const names = (kind: string, name: string, here: CollectionDefinition, there: CollectionDefinition, title = 'Books') =>
  relationNames({ kind, name, reverseTitle: title, here, there, collections });

describe('The names of a relation', () => {
  it('follow the field that holds the key', () => {
    expect(names('m2o', 'author', books, authors)).toMatchObject({ foreignKey: 'authorId', reverseName: 'books' });
    expect(names('obo', 'cover', books, tags)).toMatchObject({ foreignKey: 'coverId' });
  });

  it('follow this collection when the key is at the other side', () => {
    expect(names('o2m', 'books', authors, books, 'Author')).toMatchObject({
      foreignKey: 'authorId',
      reverseName: 'author',
    });
  });

  it('name both keys and the collection between many and many', () => {
    expect(names('m2m', 'tags', books, tags)).toEqual({
      foreignKey: 'bookId',
      otherKey: 'tagId',
      through: 'booksTags',
      reverseName: 'books',
    });
  });

  it('stay different when a collection is related to itself', () => {
    const own = names('m2m', 'similar', books, books, 'Similar');
    expect(own).toMatchObject({ foreignKey: 'bookId', otherKey: 'otherBookId', reverseName: 'similar2' });
    expect(names('o2m', 'children', books, books, 'Parent')).toMatchObject({ foreignKey: 'bookId', reverseName: 'parent' });
  });

  it('avoid what there is already', () => {
    const full = { ...books, fields: [{ name: 'authorId', type: 'bigInt' }] };
    expect(names('m2o', 'author', full, authors).foreignKey).toBe('authorId2');
    const between = relationNames({
      kind: 'm2m',
      name: 'tags',
      reverseTitle: 'Books',
      here: books,
      there: collection('tags', 'books'),
      collections: [...collections, collection('booksTags')],
    });
    expect(between).toMatchObject({ through: 'booksTags2', reverseName: 'books2' });
  });

  it('come from the singular', () => {
    expect(['books', 'categories', 'boxes', 'addresses', 'address', 'news', 'orderItems'].map(singular)).toEqual([
      'book',
      'category',
      'box',
      'address',
      'address',
      'new',
      'orderItem',
    ]);
  });
});
