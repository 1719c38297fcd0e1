import type { FieldDefinition } from '@pergola/api';
import { rootRights, refusal, renderInPlace, type Answer, type AskedRequest } from '@pergola/plugin/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RelationInput } from './RelationInput';

const fieldNames = { label: 'name', value: 'id' };
const author: FieldDefinition = {
  name: 'author',
  type: 'belongsTo',
  interface: 'm2o',
  target: 'authors',
  uiSchema: { 'x-component-props': { fieldNames } },
};
const authors: FieldDefinition = { ...author, name: 'authors', type: 'belongsToMany', interface: 'm2m' };
const definition = {
  name: 'authors',
  title: 'Authors',
  fields: [
    { name: 'id', type: 'snowflakeId', interface: 'snowflakeId', primaryKey: true },
    { name: 'born', type: 'bigInt', interface: 'integer', uiSchema: { title: 'Born' }, allowNull: false },
    { name: 'died', type: 'bigInt', interface: 'integer', uiSchema: { title: 'Died' } },
    { name: 'name', type: 'string', interface: 'input', uiSchema: { title: 'Name' } },
  ],
};

/** Two pages of authors, found by their name. */
const server =
  (more: Answer = () => undefined, definitions: unknown = definition): Answer =>
  (request: AskedRequest) => {
    if (request.action === 'roles:check') {
      return { data: rootRights };
    }
    if (request.action === 'collections:list') {
      return { data: [definitions] };
    }
    if (request.action === 'authors:list') {
      const page = Number(request.params.get('page'));
      const text = JSON.parse(request.params.get('filter') ?? 'null') as { name: { $includes: string } } | null;
      const data = Array.from({ length: 40 }, (_, index) => ({ id: page * 100 + index, name: `Author ${page}-${index}` }));
      return { data: text ? data.filter((one) => one.name.includes(text.name.$includes)) : data, meta: { page, totalPage: text ? 1 : 2 } };
    }
    return more(request);
  };

function Picker({ field, first, onChange }: { field: FieldDefinition; first?: unknown; onChange: (value: unknown) => void }) {
  const [value, setValue] = useState(first);
  return (
    <RelationInput
      field={field}
      id="picker"
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

function open(answer: Answer, field = author, first?: unknown) {
  const onChange = vi.fn<(value: unknown) => void>();
  const place = renderInPlace(<Picker field={field} first={first} onChange={onChange} />, answer);
  const box = screen.getByRole('combobox');
  fireEvent.mouseDown(box);
  const lists = () => place.asked.filter((request) => request.action === 'authors:list');
  return { ...place, onChange, box, lists };
}

describe('The relation picker', () => {
  it('asks the server once typing has stopped, and hands on the record', async () => {
    const { box, lists, onChange } = open(server());
    await screen.findByTitle('Author 1-0');
    await userEvent.type(box, '1-7');
    await waitFor(() => expect(lists().at(-1)?.params.get('filter')).toBe('{"name":{"$includes":"1-7"}}'));
    expect(lists()).toHaveLength(2);
    await userEvent.click(await screen.findByTitle('Author 1-7'));
    expect(onChange).toHaveBeenLastCalledWith({ id: 107, name: 'Author 1-7' });
  });

  it('reads on where the list ends', async () => {
    const { lists } = open(server());
    await screen.findByTitle('Author 1-0');
    const holder = document.querySelector('[class$="-list-holder"]') as HTMLElement;
    fireEvent.scroll(holder, { target: { scrollTop: 5000 } });
    await waitFor(() => expect(lists().map((request) => request.params.get('page'))).toEqual(['1', '2']));
  });

  it('shows the key where there is no title, and opens the record beside it', () => {
    open(server(), author, { id: 5, name: null });
    const link = screen.getByRole('link', { name: 'Open 5 in a new tab' });
    expect(link.getAttribute('href')).toBe('/admin/data/authors?record=5');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('takes several, and one of them away', async () => {
    const { onChange } = open(server(), authors, [{ id: 5, name: 'Five' }]);
    await userEvent.click(await screen.findByTitle('Author 1-0'));
    expect(onChange).toHaveBeenLastCalledWith([
      { id: 5, name: 'Five' },
      { id: 100, name: 'Author 1-0' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Five' }));
    expect(onChange).toHaveBeenLastCalledWith([{ id: 100, name: 'Author 1-0' }]);
  });

  it('says that the list could not be read', async () => {
    open(() => refusal(403, 'No permissions'));
    expect((await screen.findByRole('alert')).textContent).toContain('No permissions');
  });

  it('makes a record in passing, with what it cannot do without', async () => {
    let isTaken = true;
    const create: Answer = ({ body }) =>
      isTaken ? refusal(400, 'Authors: Born must be a number') : { data: { id: 9, ...(body as object) } };
    const { box, onChange } = open(server(create), authors, [{ id: 5, name: 'Five' }]);
    fireEvent.change(box, { target: { value: 'Selma' } });
    await userEvent.click(await screen.findByTitle('Create “Selma”'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Create in Authors', hidden: true }));
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Selma');
    expect(dialog.queryByLabelText('Died')).toBeNull();
    fireEvent.change(dialog.getByLabelText('Born'), { target: { value: '1858' } });
    fireEvent.click(dialog.getAllByRole('button', { name: 'Create', hidden: true }).at(-1) as HTMLElement);
    expect(await dialog.findByText('Born must be a number')).toBeTruthy();
    isTaken = false;
    fireEvent.click(dialog.getAllByRole('button', { name: 'Create', hidden: true }).at(-1) as HTMLElement);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(onChange).toHaveBeenLastCalledWith([
      { id: 5, name: 'Five' },
      { id: 9, name: 'Selma', born: 1858 },
    ]);
  });

  it('says in the dialog that it may not, and keeps what was typed', async () => {
    const { box } = open(server(() => refusal(403, 'No permissions')));
    fireEvent.change(box, { target: { value: 'Selma' } });
    await userEvent.click(await screen.findByTitle('Create “Selma”'));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Born'), { target: { value: '1858' } });
    fireEvent.click(dialog.getAllByRole('button', { name: 'Create', hidden: true }).at(-1) as HTMLElement);
    expect((await dialog.findByRole('alert')).textContent).toContain('No permissions');
    expect(dialog.getByLabelText<HTMLInputElement>('Born').value).toBe('1858');
  });

  it('makes no records of the system', async () => {
    const { box, lists } = open(server(undefined, { ...definition, from: 'db2cm' }));
    fireEvent.change(box, { target: { value: 'Selma' } });
    await waitFor(() => expect(lists().at(-1)?.params.get('filter')).toContain('Selma'));
    await screen.findByText('Nothing has this name.');
    expect(screen.queryByTitle('Create “Selma”')).toBeNull();
  });
});
