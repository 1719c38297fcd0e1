import { refusal, renderInPlace, rootRights, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { ApiPage } from './ApiPage';

const books = {
  name: 'books',
  title: 'Books',
  titleField: 'title',
  fields: [
    { name: 'id', type: 'snowflakeId', interface: 'snowflakeId', primaryKey: true },
    { name: 'title', type: 'string', interface: 'input', uiSchema: { title: 'Title' } },
    { name: 'pages', type: 'bigInt', interface: 'integer', uiSchema: { title: 'Pages' } },
    { name: 'topics', type: 'belongsToMany', interface: 'm2m', target: 'topics', uiSchema: { title: 'Topics' } },
  ],
};

const answer = ({ action, params }: AskedRequest): unknown => {
  if (action === 'roles:check') {
    return { data: rootRights };
  }
  if (action === 'collections:list') {
    return { data: [books] };
  }
  if (action === 'books:create') {
    return refusal(400, 'Title already exists');
  }
  return { data: params.get('pageSize') === '1' ? [{ id: 77 }] : [{ id: 77, title: 'Jerusalem' }] };
};

const open = (path = '/admin/data/books/api') =>
  renderInPlace(
    <Routes>
      <Route path="/admin/data/:collection/api" element={<ApiPage />} />
    </Routes>,
    answer,
    path,
  );

const entry = async (title: string): Promise<HTMLElement> => {
  const summary = await screen.findByText(title);
  return summary.closest('details') as HTMLElement;
};

describe('The API page', () => {
  it('writes down the list one came from', async () => {
    const filter = JSON.stringify({ logic: '$and', items: [{ field: 'title', operator: '$includes', value: "d'A" }] });
    open(`/admin/data/books/api?sort=-pages&page=2&columns=title,topics&filter=${encodeURIComponent(filter)}`);
    const list = within(await entry('List records'));
    const code = (await list.findByRole('textbox', { name: 'curl' })).textContent ?? '';
    const url = new URL(/curl '([^']+)'/.exec(code)?.[1] ?? '');
    expect(url.pathname).toBe('/api/books:list');
    expect(url.searchParams.get('page')).toBe('2');
    expect(url.searchParams.getAll('sort[]')).toEqual(['-pages']);
    expect(url.searchParams.get('filter')).toBe('{"$and":[{"title":{"$includes":"d\'A"}}]}');
    expect(url.searchParams.getAll('fields[]')).toEqual(['id', 'title']);
    expect(url.searchParams.getAll('appends[]')).toEqual(['topics']);
    expect(code).not.toContain('Bearer token');
  });

  it('runs a read at once and shows what came back', async () => {
    open();
    const list = within(await entry('List records'));
    await userEvent.click(await list.findByRole('button', { name: 'Run' }));
    expect((await list.findByLabelText('Answer')).textContent).toContain('"title": "Jerusalem"');
    expect(list.getByRole('status').textContent).toMatch(/^200\d+ ms\d+ bytes/);
  });

  it('asks before it writes, sends the body as edited, and shows a refusal too', async () => {
    const { asked } = open();
    await userEvent.click(await screen.findByText('Create a record'));
    const create = within(await entry('Create a record'));
    const body = await create.findByLabelText('Body');
    await userEvent.clear(body);
    await userEvent.type(body, '{{ "title": ');
    expect(create.getByRole('button', { name: 'Run' }).hasAttribute('disabled')).toBe(true);
    await userEvent.type(body, '"X" }');
    await userEvent.click(create.getByRole('button', { name: 'Run' }));
    expect(asked.filter((request) => request.action === 'books:create')).toEqual([]);
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Run' }));
    expect((await create.findByLabelText('Answer')).textContent).toContain('Title already exists');
    expect(asked.find((request) => request.action === 'books:create')?.body).toEqual({ title: 'X' });
  });

  it('asks about the record that exists, also through its relations', async () => {
    open();
    expect(await screen.findByText('books/77/topics:add')).toBeTruthy();
    const key = screen.getByLabelText('Key of the record in the requests below');
    await userEvent.clear(key);
    await userEvent.type(key, '5');
    await waitFor(() => expect(screen.getByText('books/5/topics:add')).toBeTruthy());
  });
});
