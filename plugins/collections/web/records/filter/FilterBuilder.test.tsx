import { books, library } from '@pergola/filter/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createUser, show } from '../harness.fixture';
import { RecordTools } from '../RecordTools';
import { useTableView, type TableView } from '../view';

const user = createUser();

const drawn = vi.fn<(view: TableView) => void>();

function Table({ view }: { view: TableView }) {
  drawn(view);
  return null;
}

function Page() {
  const [view, change] = useTableView();
  return (
    <>
      <RecordTools collection={books} view={view} onChange={change} />
      <Table view={view} />
    </>
  );
}

const answers = {
  'collections:list': () => library,
  'authors:list': () => [
    { id: 1, fullName: 'Selma' },
    { id: 2, fullName: 'Lu Xun' },
  ],
};
const address = (filter: unknown) => `/admin/data/books?filter=${encodeURIComponent(JSON.stringify(filter))}`;
const filterOf = (search: URLSearchParams): unknown => JSON.parse(search.get('filter') ?? 'null');

async function open() {
  await user.click(screen.getByRole('button', { name: /^Filter/ }));
  return screen.findByRole('form', { name: 'Filter' });
}

/** By a part of what is searched, and then by all that is shown. */
async function choose(box: HTMLElement, option: string, search = '') {
  await user.click(box);
  if (search) {
    await user.type(box, search);
  }
  const list = document.querySelector<HTMLElement>('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await user.click(within(list ?? document.body).getByTitle(option));
}

describe('The filter', () => {
  it('draws the table once it is applied, and not while somebody types', async () => {
    drawn.mockClear();
    const { search } = await show(<Page />, answers);
    await open();
    const before = drawn.mock.calls.length;
    await user.type(screen.getByRole('textbox', { name: 'Value' }), 'moby dick');
    expect(drawn).toHaveBeenCalledTimes(before);
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(filterOf(search())).toEqual({
        logic: '$and',
        items: [{ field: 'title', operator: '$includes', value: 'moby dick' }],
      }),
    );
    expect(drawn).toHaveBeenCalledTimes(before + 1);
    expect(screen.getByRole('button', { name: /Filter \(1\)/ })).toBeDefined();
  });

  it('nests groups three levels deep and keeps what is not finished out of the address', async () => {
    const { search } = await show(<Page />, answers);
    const form = await open();
    await user.type(within(form).getByRole('textbox', { name: 'Value' }), 'a');
    await user.click(within(form).getByRole('button', { name: /Add group/ }));
    await user.type(within(form).getAllByRole('textbox', { name: 'Value' })[1] as HTMLElement, 'b');
    await user.click(within(form).getAllByRole('button', { name: /Add group/ })[0] as HTMLElement);
    await user.type(within(form).getAllByRole('textbox', { name: 'Value' })[2] as HTMLElement, 'c');
    await user.click(within(form).getAllByRole('button', { name: /Add condition/ })[0] as HTMLElement);
    await user.click(within(form).getByRole('button', { name: 'Apply' }));
    const leaf = (value: string) => ({ field: 'title', operator: '$includes', value });
    expect(filterOf(search())).toEqual({
      logic: '$and',
      items: [leaf('a'), { logic: '$or', items: [leaf('b'), { logic: '$and', items: [leaf('c')] }] }],
    });
  });

  it('finds a field of a collection that is two relations away', async () => {
    const { search } = await show(<Page />, answers);
    const form = await open();
    await choose(within(form).getByRole('combobox', { name: 'Field' }), 'Author › Country › Name', 'country › name');
    await user.type(within(form).getByRole('textbox', { name: 'Value' }), 'Sweden{Enter}');
    expect(filterOf(search())).toMatchObject({ items: [{ field: 'author.country.name', value: 'Sweden' }] });
    expect(screen.getByRole('list', { name: 'Conditions' }).textContent).toContain('Author › Country › Name contains Sweden');
  });

  it('leads into a relation and back with the arrow keys', async () => {
    await show(<Page />, answers, address({ logic: '$and', items: [{ field: 'author', operator: '$notEmpty' }] }));
    const form = await open();
    await user.click(within(form).getByRole('combobox', { name: 'Field' }));
    expect(screen.queryByText('Full name')).toBeNull();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByText('Full name')).toBeDefined();
    await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(screen.queryByText('Full name')).toBeNull());
  });

  it('takes days that move with today', async () => {
    const { search } = await show(<Page />, answers);
    const form = await open();
    await choose(within(form).getByRole('combobox', { name: 'Field' }), 'Published');
    await choose(within(form).getByRole('combobox', { name: 'Which days' }), 'The last …', 'last …');
    const number = within(form).getByRole('spinbutton', { name: 'How many' });
    await user.clear(number);
    await user.type(number, '3');
    await choose(within(form).getByRole('combobox', { name: 'Unit' }), 'weeks');
    await user.click(within(form).getByRole('button', { name: 'Apply' }));
    expect(filterOf(search())).toMatchObject({
      items: [{ field: 'published', operator: '$dateOn', value: { type: 'past', number: 3, unit: 'week' } }],
    });
    expect(screen.getByRole('list', { name: 'Conditions' }).textContent).toContain('Published is the last 3 weeks');
  });

  it('shows chosen records by their titles and keeps their keys', async () => {
    const chosen = { field: 'author', operator: '$in', value: [2] };
    const { search } = await show(<Page />, answers, address({ logic: '$and', items: [chosen] }));
    expect(await screen.findByText(/Author is one of Lu Xun/)).toBeDefined();
    const form = await open();
    await user.click(within(form).getByRole('combobox', { name: 'Value' }));
    await user.click(await screen.findByTitle('Selma'));
    await user.click(within(form).getByRole('button', { name: 'Apply' }));
    expect(filterOf(search())).toMatchObject({ items: [{ value: [2, 1] }] });
  });

  it('shows each condition as a chip that goes by itself', async () => {
    const items = [
      { field: 'genre', operator: '$in', value: ['n', 'p'] },
      { logic: '$or', items: [{ field: 'pages', operator: '$gt', value: 5 }, { field: 'inStock', operator: '$isTruly' }] },
    ];
    const { search } = await show(<Page />, answers, address({ logic: '$and', items }));
    const chips = screen.getByRole('list', { name: 'Conditions' });
    expect(chips.textContent).toBe('Genre is one of Novel, PoemsandPages > 5 or In stock is checked');
    expect(screen.getByRole('button', { name: /Filter \(3\)/ })).toBeDefined();
    await user.click(within(chips).getAllByRole('button', { name: 'Remove condition' })[0] as HTMLElement);
    expect(filterOf(search())).toEqual({ logic: '$and', items: [items[1]] });
    await user.click(within(chips).getByRole('button', { name: 'Remove condition' }));
    expect(search().get('filter')).toBeNull();
  });

  it('keeps what was begun while it is closed, until the conditions change', async () => {
    await show(<Page />, answers, address({ logic: '$and', items: [{ field: 'title', operator: '$eq', value: 'a' }] }));
    await user.type(within(await open()).getByRole('textbox', { name: 'Value' }), 'bc');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Filter' })).toBeNull());
    expect(within(await open()).getByRole('textbox', { name: 'Value' })).toHaveProperty('value', 'abc');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Remove condition' }));
    expect(within(await open()).getByRole('textbox', { name: 'Value' })).toHaveProperty('value', '');
  });

  it('gives the focus back to its button when it is left with the Escape key', async () => {
    await show(<Page />, answers);
    await open();
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Value'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Filter'));
  });
});
