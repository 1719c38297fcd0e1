import { describe, expect, it } from 'vitest';
import { changedCollection, newCollection, type CollectionForm } from './newCollection';
import { allPresets } from './presetFields';

const books: CollectionForm = { title: 'Books', name: 'books', id: 'snowflakeId', presets: allPresets };

describe('A new collection', () => {
  it('begins with its key and what was asked to be noted', () => {
    const collection = newCollection('general', books);
    expect(collection).toMatchObject({ name: 'books', title: 'Books', template: 'general', autoGenId: false });
    const names = ['id', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];
    expect(collection.fields?.map((field) => field.name)).toEqual(names);
    expect(collection).not.toHaveProperty('tree');
    const bare = newCollection('general', { ...books, presets: ['updatedAt'] });
    expect(bare.fields?.map((field) => field.name)).toEqual(['id', 'updatedAt']);
  });

  it('as a tree also has its parent and children', () => {
    const collection = newCollection('tree', { ...books, name: 'places' });
    expect(collection.tree).toBe('adjacencyList');
    expect(collection.fields?.[1]).toMatchObject({ name: 'parent', target: 'places', treeParent: true });
    expect(collection.fields?.[2]).toMatchObject({ name: 'children', target: 'places', treeChildren: true });
  });

  it.each([
    ['snowflakeId', 'snowflakeId', 'snowflakeId'],
    ['id', 'bigInt', 'integer'],
    ['uuid', 'uuid', 'uuid'],
    ['nanoid', 'nanoid', 'nanoid'],
  ] as const)('with the key %s refers to the record above by the same type', (id, type, kind) => {
    const fields = newCollection('tree', { ...books, id }).fields ?? [];
    expect(fields.find((field) => field.name === 'id')).toMatchObject({ type, primaryKey: true });
    const parent = fields.find((field) => field.name === 'parentId');
    expect(parent).toMatchObject({ type, interface: kind, isForeignKey: true, autoFill: false });
    expect(parent).not.toHaveProperty('primaryKey');
  });
});

describe('A changed collection', () => {
  const shown = { title: 'Användare', description: 'Vilka de är' };

  it('keeps the translations of what nobody changed', () => {
    expect(changedCollection({ name: 'users', ...shown }, shown)).toEqual({ titleField: null });
    const changed = { name: 'users', title: 'Folk', description: 'Alla' };
    expect(changedCollection(changed, shown)).toMatchObject({ title: 'Folk', description: 'Alla' });
  });

  it('can be without description and title field again', () => {
    const emptied = { name: 'users', title: 'Användare', description: '' };
    expect(changedCollection(emptied, shown)).toEqual({ description: null, titleField: null });
  });
});

describe('Switches that other plugins add', () => {
  it('are sent as options of the collection, and recording of values is off unless it is asked for', () => {
    expect(newCollection('general', books)['logging']).toBe(false);
    expect(newCollection('general', { ...books, switches: { logging: true } })['logging']).toBe(true);
    const form = { name: 'users', title: 'Users', switches: { logging: true } };
    expect(changedCollection(form, { title: 'Users', description: '' })).toEqual({ titleField: null, logging: true });
  });
});
