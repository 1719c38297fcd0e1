import { describe, expect, it } from 'vitest';
import { namePattern, newCollection, randomName } from './newCollection';

describe('A new collection', () => {
  it('begins with the preset fields', () => {
    const collection = newCollection('general', { title: 'Books', name: 'books' });
    expect(collection).toMatchObject({ name: 'books', title: 'Books', template: 'general', autoGenId: false });
    expect(collection.fields?.map((field) => field.name)).toEqual([
      'id',
      'createdAt',
      'createdBy',
      'updatedAt',
      'updatedBy',
    ]);
    expect(collection).not.toHaveProperty('tree');
  });

  it('as a tree also has its parent and children', () => {
    const collection = newCollection('tree', { title: 'Places', name: 'places' });
    expect(collection.tree).toBe('adjacencyList');
    expect(collection.fields?.[1]).toMatchObject({ name: 'parent', target: 'places', treeParent: true });
    expect(collection.fields?.[2]).toMatchObject({ name: 'children', target: 'places', treeChildren: true });
  });

  it('gets a name that the database takes', () => {
    expect(randomName('t_')).toMatch(namePattern);
    expect('2nd').not.toMatch(namePattern);
  });
});
