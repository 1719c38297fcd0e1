import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { cardinalityOf, neighboursOf, relationsOf } from './relations';

const field = (name: string, type: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  type,
  ...more,
});
const collection = (name: string, ...fields: FieldDefinition[]): CollectionDefinition => ({
  name,
  fields: [field('id', 'snowflakeId', { primaryKey: true }), ...fields],
});

const books = collection(
  'books',
  field('author', 'belongsTo', { target: 'authors', foreignKey: 'authorId', key: 'b1', reverseKey: 'a1' }),
  field('tags', 'belongsToMany', { target: 'tags', through: 'bt', foreignKey: 'bookId', otherKey: 'tagId', key: 'b2' }),
);
const authors = collection(
  'authors',
  field('books', 'hasMany', { target: 'books', foreignKey: 'authorId', key: 'a1', reverseKey: 'b1' }),
);
const tags = collection(
  'tags',
  field('books', 'belongsToMany', { target: 'books', through: 'bt', foreignKey: 'tagId', otherKey: 'bookId', key: 't1' }),
);

describe('Relations of a diagram', () => {
  it('are one line for two fields, from the key to what it refers to', () => {
    const relations = relationsOf([authors, books]);
    expect(relations).toEqual([
      {
        id: 'books.author',
        from: { collection: 'books', field: 'author', isMany: true },
        to: { collection: 'authors', field: 'books', isMany: false },
      },
    ]);
    expect(relations.map(cardinalityOf)).toEqual(['n : 1']);
  });

  it('find the other side of many to many by its keys', () => {
    const relations = relationsOf([books, tags]);
    expect(relations).toHaveLength(1);
    expect(relations[0]).toMatchObject({ id: 'books.tags', to: { field: 'books', isMany: true }, through: 'bt' });
    expect(relations.map(cardinalityOf)).toEqual(['n : m']);
  });

  it('lead to a key where there is no field, and to the collection itself', () => {
    const own = collection('members', field('friend', 'belongsTo', { target: 'members', foreignKey: 'friendId' }));
    expect(relationsOf([own])[0]?.to).toEqual({ collection: 'members', field: 'id', isMany: false });
    const lists = collection('lists', field('books', 'hasMany', { target: 'books', foreignKey: 'listId' }));
    expect(relationsOf([lists, books]).find((one) => one.id === 'lists.books')?.to.field).toBe('listId');
  });

  it('between one and one have one at both ends', () => {
    const cover = collection('covers', field('book', 'belongsTo', { target: 'books', foreignKey: 'bookId', key: 'c1' }));
    const with1 = collection('books', field('cover', 'hasOne', { target: 'covers', foreignKey: 'bookId', key: 'k1' }));
    expect(relationsOf([cover, with1]).map(cardinalityOf)).toEqual(['1 : 1']);
  });

  it('leave out what is not in the diagram, and name the neighbours of what is', () => {
    expect(relationsOf([books])).toEqual([]);
    const relations = relationsOf([books, authors, tags]);
    expect([...neighboursOf('authors', relations)].toSorted()).toEqual(['authors', 'books']);
    expect(neighboursOf('books', relations).size).toBe(3);
  });
});
