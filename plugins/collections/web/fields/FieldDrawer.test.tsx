import { fieldInterfaces } from '@pergola/fields';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { library } from '../testing/library';
import { renderAt } from '../testing/render';
import { FieldDrawer } from './FieldDrawer';

const nothing = () => undefined;

function open(kind: string) {
  const books = library.find((one) => one.name === 'books');
  const found = fieldInterfaces.find((one) => one.name === kind);
  if (!books || !found) {
    throw new Error(kind);
  }
  const element = <FieldDrawer collection={books} kind={found} field={undefined} onClose={nothing} />;
  return renderAt(element, { 'collections:list': library });
}

const value = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const save = () => userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);

/** All at once: each letter would draw the whole form anew. */
const fill = (label: string, text: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

async function choose(label: string, option: string): Promise<void> {
  await userEvent.click(await screen.findByRole('combobox', { name: label }));
  await userEvent.click(await screen.findByTitle(option));
}

describe('The drawer of a field', { timeout: 20_000 }, () => {
  it('proposes the name until one is typed, and refuses one that is taken', async () => {
    const { requests } = open('input');
    fill('Title', 'Sub title');
    expect(value('Name')).toBe('subTitle');
    fill('Name', 'isbn');
    fill('Title', 'Sub title of it');
    expect(value('Name')).toBe('isbn');
    expect(await screen.findByText('This name is taken. Choose another one.')).toBeTruthy();
    await save();
    expect(requests('collections/books/fields:create')).toHaveLength(0);
  });

  it('shows both sides of a relation with the names it makes, and sends them', async () => {
    const { requests } = open('m2m');
    fill('Title', 'Its topics');
    await choose('Related collection', 'Topics');
    await waitFor(() => expect(value('Collection in the middle')).toBe('booksTopics'));
    expect(value('Foreign key')).toBe('bookId');
    expect(value('Other key')).toBe('topicId');
    expect(value('Its name')).toBe('books');
    const picture = screen.getByRole('figure', { name: 'Both sides of the relation' });
    for (const shown of ['Its topics', 'booksTopics', 'bookId', 'topicId', 'Topics']) {
      expect(picture.textContent).toContain(shown);
    }

    await save();
    await waitFor(() => expect(requests('collections/books/fields:create')).toHaveLength(1));
    expect(requests('collections/books/fields:create')[0]?.body).toMatchObject({
      name: 'itsTopics',
      type: 'belongsToMany',
      target: 'topics',
      through: 'booksTopics',
      foreignKey: 'bookId',
      otherKey: 'topicId',
      uiSchema: { 'x-component-props': { multiple: true, fieldNames: { label: 'label', value: 'id' } } },
      reverseField: { name: 'books', type: 'belongsToMany', uiSchema: { title: 'Books' } },
    });
  });

  it('keeps a name of a relation that somebody typed', async () => {
    open('m2o');
    await screen.findByLabelText('Foreign key');
    fill('Foreign key', 'writer');
    fill('Title', 'Writer');
    await choose('Related collection', 'Authors');
    await waitFor(() => expect(value('Its name')).toBe('books'));
    expect(value('Foreign key')).toBe('writer');
    expect(screen.getByLabelText('When a record of Authors is deleted')).toBeTruthy();
  });
});
