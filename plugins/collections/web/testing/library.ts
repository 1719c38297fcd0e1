import type { CollectionDefinition, FieldDefinition } from '@pergola/api';

const field = (name: string, title: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  type: 'string',
  interface: 'input',
  uiSchema: { title },
  ...more,
});
const id = field('id', 'ID', { type: 'snowflakeId', interface: 'snowflakeId', primaryKey: true });

/** A few collections that are related to one another, as `collections:list` answers them. */
export const library: CollectionDefinition[] = [
  { name: 'users', title: 'Users', from: 'db2cm', fields: [id, field('nickname', 'Nickname')], category: [] },
  {
    name: 'books',
    title: 'Books',
    filterTargetKey: 'id',
    fields: [
      id,
      field('title', 'Book title'),
      field('isbn', 'ISBN'),
      field('author', 'Author', { type: 'belongsTo', interface: 'm2o', target: 'authors', foreignKey: 'authorId' }),
    ],
    category: [{ id: 1, name: 'World', color: 'green' }],
  },
  { name: 'authors', title: 'Authors', filterTargetKey: 'id', fields: [id, field('fullName', 'Full name')], category: [] },
  { name: 'topics', title: 'Topics', filterTargetKey: 'id', fields: [id, field('label', 'Label')], category: [] },
];

export const categories = [
  { id: 1, name: 'World', color: 'green' },
  { id: 2, name: 'Shop', color: 'blue' },
];
