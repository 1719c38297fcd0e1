import type { CollectionDefinition, FieldDefinition } from '@pergola/api';

const relation = (name: string, type: string, target: string, label: string): FieldDefinition => ({
  name,
  type,
  target,
  interface: type === 'belongsTo' ? 'm2o' : 'm2m',
  uiSchema: { title: `${name[0]?.toUpperCase()}${name.slice(1)}`, 'x-component-props': { fieldNames: { label, value: 'id' } } },
});
const plain = (name: string, kind: string, type: string, title: string): FieldDefinition => ({
  name,
  type,
  interface: kind,
  uiSchema: { title },
});
const id: FieldDefinition = { ...plain('id', 'id', 'bigInt', 'ID'), primaryKey: true, autoIncrement: true };

export const books: CollectionDefinition = {
  name: 'books',
  title: 'Books',
  titleField: 'title',
  fields: [
    id,
    plain('title', 'input', 'string', 'Title'),
    plain('pages', 'integer', 'bigInt', 'Pages'),
    plain('price', 'number', 'double', 'Price'),
    plain('published', 'dateOnly', 'dateOnly', 'Published'),
    plain('inStock', 'checkbox', 'boolean', 'In stock'),
    {
      ...plain('genre', 'select', 'string', 'Genre'),
      uiSchema: { title: 'Genre', enum: [{ value: 'n', label: 'Novel' }, { value: 'p', label: 'Poems' }] },
    },
    relation('author', 'belongsTo', 'authors', 'fullName'),
    relation('labels', 'belongsToMany', 'labels', 'name'),
  ],
};

export const authors: CollectionDefinition = {
  name: 'authors',
  title: 'Authors',
  fields: [
    id,
    plain('fullName', 'input', 'string', 'Full name'),
    relation('country', 'belongsTo', 'countries', 'name'),
  ],
};

export const countries: CollectionDefinition = {
  name: 'countries',
  title: 'Countries',
  fields: [id, plain('name', 'input', 'string', 'Name')],
};

export const labels: CollectionDefinition = {
  name: 'labels',
  title: 'Labels',
  fields: [id, plain('name', 'input', 'string', 'Name')],
};

/** Collections that lead to each other, for tests. */
export const library: CollectionDefinition[] = [books, authors, countries, labels];
