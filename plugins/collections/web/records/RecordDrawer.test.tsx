import type { CollectionDefinition } from '@pergola/api';
import { refusal, renderInPlace, type Answer } from '@pergola/plugin/testing';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useSearchParams } from 'react-router';
import { describe, expect, it } from 'vitest';
import { RecordDrawer } from './RecordDrawer';
import { useRecords } from './useRecords';
import { useTableView } from './view';

const books: CollectionDefinition = {
  name: 'books',
  title: 'Books',
  fields: [
    { name: 'id', type: 'snowflakeId', interface: 'snowflakeId', primaryKey: true, uiSchema: { title: 'ID' } },
    { name: 'title', type: 'string', interface: 'input', uiSchema: { title: 'Title' } },
    { name: 'isbn', type: 'string', interface: 'input', uiSchema: { title: 'ISBN' } },
    { name: 'facts', type: 'json', interface: 'json', uiSchema: { title: 'Facts' } },
    { name: 'createdAt', type: 'date', interface: 'createdAt', uiSchema: { title: 'Created at' } },
  ],
};
const rows = [
  { id: 1, title: 'Jerusalem', isbn: 'A', facts: { pages: 900 }, createdAt: '2026-01-02T03:04:05.000Z' },
  { id: 2, title: 'Gösta', isbn: 'B', facts: null, createdAt: '2026-01-02T03:04:05.000Z' },
];

/** The table behind, as far as the drawer cares. */
function Behind() {
  const [view] = useTableView();
  useRecords(books, view, ['title']);
  const [params, setParams] = useSearchParams();
  const record = params.get('record');
  const show = (key: string | null) => setParams(key === null ? {} : { record: key });
  return record === null ? (
    <p>closed</p>
  ) : (
    <RecordDrawer
      collection={books}
      recordKey={record === 'new' ? null : record}
      onOpen={show}
      onClose={() => show(null)}
    />
  );
}

const server =
  (write: Answer = () => ({ data: [{}] })): Answer =>
  (request) => {
    if (request.action === 'books:list') {
      return { data: rows, meta: { count: 2, page: 1, pageSize: 50, totalPage: 1 } };
    }
    if (request.action === 'books:get') {
      return { data: rows.find((row) => String(row.id) === request.params.get('filterByTk')) ?? null };
    }
    return write(request);
  };

const open = (record: string, write?: Answer) => renderInPlace(<Behind />, server(write), `/?record=${record}`);
const titleInput = () => screen.findByLabelText<HTMLInputElement>('Title');
const holds = (value: string) => waitFor(async () => expect((await titleInput()).value).toBe(value));
const enter = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
/** Looking at what is hidden too is much faster where nothing is laid out. */
const button = async (name: string) => (await screen.findAllByRole('button', { name, hidden: true })).at(-1) as HTMLElement;
const press = async (name: string) => fireEvent.click(await button(name));
const isOff = async (name: string) => (await button(name)).hasAttribute('disabled');
const writes = (asked: ReturnType<typeof open>['asked']) => asked.filter((request) => request.method === 'POST');

describe('The drawer of a record', () => {
  it('shows what the record holds, and what the system has filled in below', async () => {
    open('1');
    await holds('Jerusalem');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Facts')).value).toContain('900');
    const system = screen.getByLabelText('Filled in by the system');
    expect(system.textContent).toMatch(/ID1Created at/);
  });

  it('sends what was changed and nothing else', async () => {
    const { asked } = open('1');
    await holds('Jerusalem');
    await enter('Title', 'Jerusalem I');
    await press('Save');
    await screen.findByText('closed');
    expect(writes(asked)).toMatchObject([{ action: 'books:update', body: { title: 'Jerusalem I' } }]);
  });

  it('says at the field what the server refuses, until it is changed', async () => {
    const { notices } = open('1', () => refusal(400, 'Books: ISBN already exists'));
    await holds('Jerusalem');
    await enter('ISBN', 'AX');
    await press('Save');
    const message = await screen.findByText('ISBN already exists');
    expect(message.closest('.ant-form-item')?.textContent).toContain('ISBN');
    expect(screen.getByLabelText<HTMLInputElement>('ISBN').value).toBe('AX');
    expect(notices.failed).not.toHaveBeenCalled();
    await enter('ISBN', 'AXY');
    await waitFor(() => expect(screen.queryByText('ISBN already exists')).toBeNull());
  });

  it('says what names no field, and keeps what was typed', async () => {
    const { notices } = open('1', () => refusal(403, 'No permissions'));
    await holds('Jerusalem');
    await enter('Title', 'Jerusalem I');
    await press('Save');
    await waitFor(() => expect(notices.failed).toHaveBeenCalled());
    await holds('Jerusalem I');
  });

  it('goes to the next record and back by keyboard, and asks before changes are lost', async () => {
    const { router } = open('1');
    await holds('Jerusalem');
    await waitFor(async () => expect(await isOff('Next record')).toBe(false));
    expect(await isOff('Previous record')).toBe(true);
    fireEvent.keyDown(await titleInput(), { key: 'PageDown', altKey: true });
    await holds('Gösta');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Facts').value).toBe('');
    expect(router.state.location.search).toBe('?record=2');

    await enter('Title', 'Gösta!');
    fireEvent.keyDown(await titleInput(), { key: 'PageUp', altKey: true });
    await press('Keep editing');
    await holds('Gösta!');
    fireEvent.keyDown(await titleInput(), { key: 'PageUp', altKey: true });
    await press('Discard changes');
    await holds('Jerusalem');
  });

  it('asks when the address leaves it', async () => {
    const { router } = open('1');
    await holds('Jerusalem');
    await enter('Title', 'Jerusalem!');
    await act(() => router.navigate('/elsewhere'));
    await press('Keep editing');
    expect(router.state.location.search).toBe('?record=1');
    await act(() => router.navigate('/elsewhere'));
    await press('Discard changes');
    await waitFor(() => expect(router.state.location.pathname).toBe('/elsewhere'));
  });

  it('saves and asks for another', async () => {
    const { asked } = open('new', () => ({ data: { id: 3 } }));
    await enter('Title', 'One');
    await press('Save and add another');
    await holds('');
    await enter('Title', 'Two');
    await press('Save');
    await screen.findByText('closed');
    expect(writes(asked).map((request) => request.body)).toEqual([{ title: 'One' }, { title: 'Two' }]);
  });

  it('says that a record no longer exists', async () => {
    open('99');
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('This record no longer exists')).toBeTruthy();
    expect(dialog.queryByLabelText('Title')).toBeNull();
    expect(dialog.queryByText('Save')).toBeNull();
  });

  it('says that it was deleted while it was edited', async () => {
    open('1', () => ({ data: [] }));
    await holds('Jerusalem');
    await enter('Title', 'Jerusalem I');
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('This record no longer exists');
    await holds('Jerusalem I');
  });
});
