import { expect, type Page } from '@playwright/test';
import { post } from './client';

export const collectionsPath = './admin/settings/data-source-manager/main/collections';
export const fieldsPath = (name: string): string => `${collectionsPath}/${name}/fields`;

export async function pickKind(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('dialog').getByRole('button', { name: kind, exact: true }).click();
  await expect(page.getByRole('dialog', { name: `Add field: ${kind}` })).toBeVisible();
}

const field = (name: string, type: string, kind: string, title: string, more: object = {}) => ({
  name,
  type,
  interface: kind,
  uiSchema: { title, ...more },
});

const key = field('id', 'bigInt', 'id', 'ID');
const idField = { ...key, primaryKey: true, autoIncrement: true, allowNull: false };

const genres = [
  { value: 'novel', label: 'Novel', color: 'green' },
  { value: 'poem', label: 'Poem', color: 'blue' },
];

/** Authors and their books, in collections whose names and titles begin with a word of the test's own. */
export async function makeLibrary(page: Page, word: string): Promise<{ books: string; authors: string }> {
  const books = `${word}_books`;
  const authors = `${word}_authors`;
  const title = (what: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)} ${what}`;
  await post(page, 'collections:create', {
    name: authors,
    title: title('authors'),
    template: 'general',
    fields: [idField, field('fullName', 'string', 'input', 'Full name'), field('city', 'string', 'input', 'City')],
  });
  const required = { type: 'string', rules: [{ key: 'r_title', name: 'required' }] };
  await post(page, 'collections:create', {
    name: books,
    title: title('books'),
    template: 'general',
    fields: [
      idField,
      { ...field('title', 'string', 'input', 'Book title'), validation: required },
      field('pages', 'bigInt', 'integer', 'Pages'),
      field('published', 'dateOnly', 'dateOnly', 'Published'),
      field('genre', 'string', 'select', 'Genre', { enum: genres }),
      field('inStock', 'boolean', 'checkbox', 'In stock'),
    ],
  });
  await post(page, `collections/${books}/fields:create`, {
    ...field('author', 'belongsTo', 'm2o', 'Author', {
      'x-component': 'AssociationField',
      'x-component-props': { fieldNames: { label: 'fullName', value: 'id' } },
    }),
    target: authors,
    foreignKey: 'authorId',
    targetKey: 'id',
    onDelete: 'SET NULL',
  });
  return { books, authors };
}
