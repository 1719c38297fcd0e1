import type { RecordValues } from '@pergola/api';
import { books, library } from '@pergola/filter/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createUser, show, type Answers } from '../harness.fixture';
import { PasteRows } from './PasteRows';

const user = createUser();

const page = (
  <>
    <input aria-label="Something else" />
    <PasteRows collection={books} shown={['title', 'pages', 'author']} />
  </>
);

function server(refuse: (record: RecordValues) => boolean = () => false): Answers {
  let next = 100;
  return {
    'collections:list': () => library,
    'authors:list': () => [{ id: 7, fullName: 'Selma' }],
    'books:create': ({ body }) => {
      const records = body as RecordValues[];
      if (records.some(refuse)) {
        throw new Error('Title already exists');
      }
      return records.map(() => ({ id: (next += 1) }));
    },
    'books:destroy': () => 1,
  };
}

function paste(text: string, target: Element = document.body) {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  fireEvent(target, event);
}

const table = 'Title\tPages\tAuthor\tShelf\nJerusalem\t900\tSelma\tA1\nHunger\tfew\tNobody\tB2';

describe('Pasting rows', () => {
  it('shows what becomes of the cells, creates the records and takes them back', async () => {
    const { of, notices } = await show(page, server());
    paste(table);
    const dialog = await screen.findByRole('dialog', { name: 'Paste rows into Books' });
    await within(dialog).findByText('No record has the title Nobody.');
    expect(within(dialog).getByText('This is not a number.')).toBeDefined();
    expect(within(dialog).getByText('2 of 2 rows become records')).toBeDefined();
    expect(within(dialog).queryByText('No record has the title Selma.')).toBeNull();

    await user.click(within(dialog).getByRole('button', { name: 'Create 2' }));
    await waitFor(() => expect(notices.done).toHaveBeenCalledTimes(1));
    expect(of('books:create').map((call) => call.body)).toEqual([
      [{ title: 'Jerusalem', pages: 900, author: { id: 7 } }, { title: 'Hunger' }],
    ]);
    expect(notices.done.mock.calls[0]?.[0]).toBe('2 created');

    const undo = notices.done.mock.calls[0]?.[1] as { run: () => void };
    undo.run();
    await waitFor(() => expect(of('books:destroy')[0]?.params.getAll('filterByTk[]')).toEqual(['101', '102']));
  });

  it('leaves out rows with cells that do not fit, when that is wanted', async () => {
    const { of } = await show(page, server());
    paste(table);
    const dialog = await screen.findByRole('dialog');
    await user.click(await within(dialog).findByRole('radio', { name: 'Leave these rows out' }));
    await user.click(within(dialog).getByRole('button', { name: 'Create 1' }));
    await waitFor(() => expect(of('books:create')[0]?.body).toEqual([{ title: 'Jerusalem', pages: 900, author: { id: 7 } }]));
  });

  it('puts a column elsewhere', async () => {
    const { of } = await show(page, server());
    paste('Jerusalem\t900\nHunger\t200');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox', { name: 'Field of column 2' }));
    await user.click(await screen.findByTitle('Price'));
    await user.click(within(dialog).getByRole('button', { name: 'Create 2' }));
    await waitFor(() =>
      expect(of('books:create')[0]?.body).toEqual([
        { title: 'Jerusalem', price: 900 },
        { title: 'Hunger', price: 200 },
      ]),
    );
  });

  it('takes a row of titles for a record when somebody says so', async () => {
    await show(page, server());
    paste('Title\nHunger');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('1 of 1 rows become records')).toBeDefined();
    await user.click(within(dialog).getByRole('checkbox', { name: 'The first row holds titles' }));
    expect(within(dialog).getByText('2 of 2 rows become records')).toBeDefined();
  });

  it('says which rows were refused and why, and takes back the others', async () => {
    const { of } = await show(page, server((record) => record['title'] === 'Hunger'));
    paste('Jerusalem\t1\nHunger\t2\nVictoria\t3');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Create 3' }));
    await within(dialog).findByText('Records created: 2');
    expect(within(dialog).getByRole('listitem').textContent).toBe('Row 2 Hunger · 2Title already exists');
    await user.click(within(dialog).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(of('books:destroy')[0]?.params.getAll('filterByTk[]')).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('asks for the rows when its button is pressed', async () => {
    await show(page, server());
    await user.click(screen.getByRole('button', { name: 'Paste rows' }));
    const field = await screen.findByRole('textbox', { name: /^Copy rows in Excel/ });
    fireEvent.change(field, { target: { value: 'Jerusalem\t900' } });
    expect(await screen.findByRole('button', { name: 'Create 1' })).toBeDefined();
  });

  it('keeps away from what is pasted into a field or a form over the table, and from single words', async () => {
    await show(page, server());
    paste(table, screen.getByRole('textbox', { name: 'Something else' }));
    paste('word');
    const form = document.body.appendChild(document.createElement('div'));
    form.setAttribute('role', 'dialog');
    form.setAttribute('aria-modal', 'true');
    paste(table);
    form.remove();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
