import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { refuse, topics, tryTable } from './tableOnTrial';

const rows = [
  { id: 1, title: 'Jerusalem', createdAt: '2026-01-02T10:00:00Z', pages: 900, isRead: false },
  { id: 2, title: 'Nils Holgersson', createdAt: '2026-01-03T10:00:00Z', pages: 600, isRead: true },
];
const columns = ['title', 'createdAt', 'pages', 'isRead'];
const cell = (row: number, column: number) => {
  const line = document.querySelector(`[data-index="${row}"]`);
  return line?.querySelector<HTMLElement>(`[data-column="${column}"]`) as HTMLElement;
};
const updates = (calls: { action: string; body: unknown }[]) =>
  calls.filter((call) => call.action === 'books:update').map((call) => call.body);

async function booksTable(onUpdate?: Parameters<typeof tryTable>[0]['onUpdate']) {
  const trial = await tryTable({ rows, view: { columns }, ...(onUpdate && { onUpdate }) });
  await screen.findByText('Jerusalem');
  return { ...trial, user: userEvent.setup() };
}

describe('A cell', () => {
  it('is edited by a double click and saved by Enter, and shows its value before the server has answered', async () => {
    let settle: (answer: Response) => void = () => {};
    const { user, calls } = await booksTable(() => new Promise((resolve) => (settle = resolve)));
    await user.dblClick(screen.getByText('Jerusalem'));
    const input = screen.getByRole('textbox', { name: 'Title' });
    await user.clear(input);
    await user.type(input, 'Jerusalem I{Enter}');
    await waitFor(() => expect(cell(0, 0)).toHaveProperty('textContent', 'Jerusalem I'));
    expect(document.activeElement).toBe(cell(0, 0));
    await waitFor(() => expect(updates(calls)).toEqual([{ title: 'Jerusalem I' }]));
    expect(calls.at(-1)?.params.get('filterByTk')).toBe('1');
    settle(Response.json({ data: [{ id: 1, title: 'Jerusalem 1' }] }));
    await screen.findByText('Jerusalem 1');
    expect(cell(1, 0).textContent).toBe('Nils Holgersson');
  });

  it('goes back to what it was when the server refuses, says why, and keeps what was typed', async () => {
    const { user, calls } = await booksTable((call) =>
      (call.body as { title: string }).title === 'Short' ? Response.json({ data: [{ title: 'Short' }] }) : refuse('Title is too long'),
    );
    await user.click(cell(0, 0));
    await user.keyboard('{F2}');
    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), 'Far too long{Tab}');
    expect((await screen.findByRole('alert')).textContent).toContain('Title is too long');
    expect(cell(0, 0).querySelector('[data-value]')?.textContent).toBe('Jerusalem');
    expect(cell(0, 0).getAttribute('aria-invalid')).toBe('true');

    await user.dblClick(screen.getByText('Jerusalem'));
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Far too long');
    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), 'Short{Enter}');
    await screen.findByText('Short');
    expect(cell(0, 0).getAttribute('aria-invalid')).toBe('false');
    expect(updates(calls)).toEqual([{ title: 'Far too long' }, { title: 'Short' }]);
  });

  it('opens again with what was typed when somebody still stands on it', async () => {
    const { user } = await booksTable(() => refuse('Title is taken'));
    await user.click(cell(0, 0));
    await user.keyboard('Taken{Enter}');
    await screen.findByRole('alert');
    expect(await screen.findByRole('textbox')).toHaveProperty('value', 'Taken');
  });

  it('tells of a lost connection in a notice', async () => {
    const { user, notices } = await booksTable(() => Promise.reject(new TypeError('down')));
    await user.click(cell(0, 0));
    await user.keyboard('New{Tab}');
    await waitFor(() => expect(notices.failed).toHaveBeenCalledWith('Title was not saved', expect.anything()));
    expect(cell(0, 0).querySelector('[data-value]')?.textContent).toBe('Jerusalem');
    await user.dblClick(screen.getByText('Jerusalem'));
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'New');
  });

  it('is as before after Escape', async () => {
    const { user, calls } = await booksTable();
    await user.dblClick(screen.getByText('Jerusalem'));
    await user.type(screen.getByRole('textbox'), 'nothing of this{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(cell(0, 0).textContent).toBe('Jerusalem');
    expect(document.activeElement).toBe(cell(0, 0));
    expect(updates(calls)).toEqual([]);
  });

  it('is saved by Tab, which goes on to the next that can be edited', async () => {
    const { user, calls } = await booksTable();
    await user.click(cell(0, 0));
    await user.keyboard('Gösta{Tab}');
    await waitFor(() => expect(document.activeElement).toBe(cell(0, 2)));
    expect(updates(calls)).toEqual([{ title: 'Gösta' }]);
    await user.keyboard('12{Shift>}{Tab}{/Shift}');
    await waitFor(() => expect(document.activeElement).toBe(cell(0, 0)));
    expect(updates(calls).at(-1)).toEqual({ pages: 12 });
  });

  it('is saved by a press elsewhere, and not sent when nothing has changed', async () => {
    const { user, calls } = await booksTable();
    await user.dblClick(screen.getByText('Jerusalem'));
    await user.click(cell(1, 2));
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    await user.dblClick(screen.getByText('Jerusalem'));
    await user.type(screen.getByRole('textbox'), ' I');
    await user.click(cell(1, 2));
    await waitFor(() => expect(updates(calls)).toHaveLength(1));
  });

  it('that cannot be edited opens the record', async () => {
    const { user, changes } = await booksTable();
    await user.click(cell(1, 1));
    await user.keyboard('{Enter}');
    expect(changes).toHaveBeenCalledWith({ record: '2' });
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('By keyboard', () => {
  it('one walks from cell to cell, of which one is in the order of Tab', async () => {
    const { user } = await booksTable();
    await user.click(cell(0, 0));
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toBe(cell(1, 1));
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(cell(1, 3));
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(document.activeElement).toBe(cell(0, 0));
    const grid = screen.getByRole('grid', { name: 'Books' });
    expect(grid.querySelectorAll('[data-column][tabindex="0"]')).toHaveLength(1);
  });

  it('the head sorts', async () => {
    const { user, changes } = await booksTable();
    await user.click(cell(0, 0));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('columnheader', { name: /Title/ }));
    await user.keyboard('{Enter}');
    expect(changes).toHaveBeenCalledWith({ sort: 'title', page: null });
    await user.keyboard('{Enter}');
    expect(changes).toHaveBeenLastCalledWith({ sort: '-title', page: null });
  });

  it('Space checks a box, and elsewhere selects the row', async () => {
    const { user, calls } = await booksTable();
    await user.click(cell(0, 3));
    await user.keyboard(' ');
    await waitFor(() => expect(updates(calls)).toEqual([{ isRead: true }]));
    await user.keyboard('{ArrowLeft} ');
    expect(screen.getByRole('checkbox', { name: 'Select Jerusalem' })).toHaveProperty('checked', true);
    expect(screen.getByRole('status').textContent).toContain('1 selected');
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByRole('status').textContent).toContain('2 selected');
  });

  it('a button in a cell does what it says', async () => {
    const { user, changes } = await booksTable();
    screen.getByRole('button', { name: 'Open Jerusalem' }).focus();
    await user.keyboard('{Enter}');
    expect(changes).toHaveBeenCalledWith({ record: '1' });
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('a cell is copied as it is shown', async () => {
    await booksTable();
    cell(0, 2).focus();
    const data = new Map<string, string>();
    fireEvent.copy(cell(0, 2), { clipboardData: { setData: (kind: string, text: string) => data.set(kind, text) } });
    expect(data.get('text/plain')).toBe('900');
  });
});

describe('A tree', () => {
  const europe = { id: 1, name: 'Europe', children: [{ id: 2, name: 'Sweden', children: [{ id: 3, name: 'Skåne' }] }] };
  const topicTable = async () => {
    const trial = await tryTable({ rows: [europe, { id: 4, name: 'Asia' }], collection: topics });
    await screen.findByText('Europe');
    return { ...trial, user: userEvent.setup() };
  };

  it('opens and closes its branches by mouse', async () => {
    const { user, calls } = await topicTable();
    expect(calls.find((call) => call.action === 'topics:list')?.params.get('tree')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Expand Europe' }));
    const row = screen.getByText('Sweden').closest('[role=row]') as HTMLElement;
    expect(row.getAttribute('aria-level')).toBe('2');
    await user.click(screen.getByRole('button', { name: 'Collapse Europe' }));
    expect(screen.queryByText('Sweden')).toBeNull();
  });

  it('opens and closes them by the arrows', async () => {
    const { user } = await topicTable();
    await user.click(cell(0, 0));
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowRight}');
    expect(screen.getByText('Skåne')).toBeTruthy();
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByText('Skåne')).toBeNull();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(cell(0, 0));
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByText('Sweden')).toBeNull();
  });

  it('opens and closes all of them', async () => {
    const { user } = await topicTable();
    await user.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(screen.getByText('Skåne')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Collapse all' }));
    expect(screen.queryByText('Sweden')).toBeNull();
  });

  it('gets a child where somebody asks for one', async () => {
    const { user, changes } = await topicTable();
    await user.click(screen.getByRole('button', { name: 'Add child to Asia' }));
    expect(changes).toHaveBeenCalledWith({ record: 'new', parent: '4' });
  });

  it('is a flat list while it is sorted', async () => {
    const { calls } = await tryTable({ rows: [europe], collection: topics, view: { sort: 'name' } });
    await screen.findByText('Europe');
    expect(calls[0]?.params.has('tree')).toBe(false);
    expect(screen.queryByRole('button', { name: 'Expand Europe' })).toBeNull();
  });
});

describe('Of ten thousand rows', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ id: index, title: `Book ${index}`, pages: index }));
  const scroll = (grid: HTMLElement, top: number) => {
    grid.scrollTop = top;
    fireEvent.scroll(grid);
  };

  it('those on the screen are drawn, and the one with the focus', async () => {
    await tryTable({ rows: many, view: { pageSize: 10_000 } });
    await screen.findByText('Book 0');
    const grid = screen.getByRole('grid');
    expect(grid.getAttribute('aria-rowcount')).toBe('10001');
    cell(3, 0).focus();
    scroll(grid, 200_000);
    expect(within(grid).getByText('Book 5000')).toBeTruthy();
    expect(document.activeElement).toBe(cell(3, 0));
    expect(grid.querySelectorAll('[data-index]').length).toBeLessThan(60);
    scroll(grid, 40 * 10_000 - 800);
    expect(within(grid).getByText('Book 9999')).toBeTruthy();
  });
});

describe('Without rows', () => {
  it('there is a way to the first one', async () => {
    const { changes } = await tryTable({ rows: [] });
    await userEvent.click(await screen.findByRole('button', { name: 'Add the first record' }));
    expect(changes).toHaveBeenCalledWith({ record: 'new' });
  });

  it('because of a filter there is a way out of it', async () => {
    const conditions = { logic: '$and' as const, items: [{ field: 'title', operator: '$includes', value: 'x' }] };
    const { changes } = await tryTable({ rows: [], view: { conditions } });
    await userEvent.click(await screen.findByRole('button', { name: 'Clear the filter' }));
    expect(changes).toHaveBeenCalledWith({ filter: null, page: null });
  });
});
