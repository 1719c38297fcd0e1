import { noConditions, type ConditionGroup } from '@pergola/filter';
import { books, library } from '@pergola/filter/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { createUser, show, type Answers } from '../harness.fixture';
import { BulkBar } from './BulkBar';

const user = createUser();


function Page({ conditions = noConditions }: { conditions?: ConditionGroup }) {
  const [selected, setSelected] = useState(['1', '2']);
  return (
    <BulkBar
      collection={books}
      conditions={conditions}
      selected={selected}
      total={5}
      onSelect={setSelected}
      onDelete={() => undefined}
    />
  );
}

const answers: Answers = {
  'collections:list': () => library,
  'authors:list': () => [{ id: 7, fullName: 'Selma' }],
  'books:list': ({ params }) =>
    params.get('filter')?.includes('"id"')
      ? [
          { id: 1, pages: 10, author: { id: 7, fullName: 'Selma' } },
          { id: 2, pages: null },
        ]
      : [1, 2, 3, 4, 5].map((id) => ({ id })),
  'books:update': ({ params }) => JSON.parse(params.get('filter') ?? '{}').id.$in.map((id: string) => ({ id })),
};
const keysOf = (params: URLSearchParams | undefined): unknown => JSON.parse(params?.get('filter') ?? 'null');

async function edit() {
  await user.click(screen.getByRole('button', { name: /Edit/ }));
  return screen.findByRole('dialog');
}

async function add(field: string) {
  await user.click(screen.getByRole('combobox', { name: 'Add field' }));
  const list = document.querySelector<HTMLElement>('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await user.click(within(list ?? document.body).getByTitle(field));
}

describe('Several records', () => {
  it('get the same values with one request, and what they had back', async () => {
    const { of, notices } = await show(<Page />, answers);
    const dialog = await edit();
    expect(within(dialog).getByText('Edit records: 2')).toBeDefined();
    expect(within(dialog).getByRole('button', { name: 'Change 2' })).toHaveProperty('disabled', true);
    await add('Pages');
    expect(within(dialog).getByRole('button', { name: 'Change 2' })).toHaveProperty('disabled', true);
    await user.type(within(dialog).getByRole('spinbutton', { name: 'Pages' }), '300');
    await add('Author');
    await user.click(within(within(dialog).getByRole('group', { name: 'Author' })).getByRole('checkbox', { name: 'Make empty' }));
    await user.click(within(dialog).getByRole('button', { name: 'Change 2' }));

    await waitFor(() => expect(notices.done).toHaveBeenCalledTimes(1));
    expect(notices.done.mock.calls[0]?.[0]).toBe('2 changed');
    expect(of('books:update')).toHaveLength(1);
    expect(of('books:update')[0]?.body).toEqual({ pages: 300, author: null });
    expect(keysOf(of('books:update')[0]?.params)).toEqual({ id: { $in: ['1', '2'] } });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    const undo = notices.done.mock.calls[0]?.[1] as { run: () => void };
    undo.run();
    await waitFor(() => expect(of('books:update')).toHaveLength(3));
    expect(of('books:update').slice(1).map((call) => [keysOf(call.params), call.body])).toEqual([
      [{ id: { $in: ['1'] } }, { pages: 10, author: { id: 7 } }],
      [{ id: { $in: ['2'] } }, { pages: null, author: null }],
    ]);
  });

  it('keep what is typed when the server refuses it', async () => {
    const refusing = { ...answers, 'books:update': () => Promise.reject(new Error('pages is too large')) };
    const { notices } = await show(<Page />, refusing);
    const dialog = await edit();
    await add('Pages');
    await user.type(within(dialog).getByRole('spinbutton', { name: 'Pages' }), '300');
    await user.click(within(dialog).getByRole('button', { name: 'Change 2' }));
    await waitFor(() => expect(notices.failed).toHaveBeenCalledTimes(1));
    expect(within(dialog).getByRole('spinbutton', { name: 'Pages' })).toHaveProperty('value', '300');
  });

  it('lose a field again that was added by mistake', async () => {
    await show(<Page />, answers);
    const dialog = await edit();
    await add('In stock');
    expect(within(dialog).getByRole('button', { name: 'Change 2' })).toHaveProperty('disabled', false);
    await user.click(within(dialog).getByRole('button', { name: 'Leave In stock as it is' }));
    expect(within(dialog).getByRole('button', { name: 'Change 2' })).toHaveProperty('disabled', true);
  });

  it('are all that meet the filter, on every page', async () => {
    const conditions: ConditionGroup = { logic: '$and', items: [{ field: 'title', operator: '$eq', value: 'a' }] };
    const { of } = await show(<Page conditions={conditions} />, answers);
    await user.click(screen.getByRole('button', { name: 'Select all 5' }));
    expect(await screen.findByText('5 selected')).toBeDefined();
    expect(keysOf(of('books:list')[0]?.params)).toEqual({ $and: [{ title: { $eq: 'a' } }] });
    expect(of('books:list')[0]?.params.get('paginate')).toBe('false');
    expect(screen.queryByRole('button', { name: /Select all/ })).toBeNull();
  });
});
