import { books } from '@pergola/filter/testing';
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ColumnChoice } from './ColumnChoice';
import { shownFields } from './columns';
import { createUser, show } from './harness.fixture';

const user = createUser();
const chosen = vi.fn<(columns: string[] | null) => void>();

function Page({ columns }: { columns: string[] | null }) {
  const [now, setNow] = useState(columns);
  const change = (next: string[] | null) => {
    chosen(next);
    setNow(next);
  };
  return <ColumnChoice collection={books} columns={now} onChange={change} />;
}

const titles = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('checkbox')
    .map((box) => box.closest('label')?.textContent);

describe('Columns', () => {
  it('are shown in the order that was chosen, each once, and only those that are there', () => {
    const names = shownFields(books, ['pages', 'gone', 'title', 'pages']).map((field) => field.name);
    expect(names).toEqual(['pages', 'title']);
    expect(shownFields(books, ['gone']).map((field) => field.name)).toEqual(['id']);
  });

  it('come last when they are chosen, and can go but for the last', async () => {
    await show(<Page columns={['title']} />, {});
    expect(screen.getByRole('checkbox', { name: 'Title' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('checkbox', { name: 'Author' }));
    await user.click(screen.getByRole('checkbox', { name: 'Pages' }));
    expect(titles('Shown columns')).toEqual(['Title', 'Author', 'Pages']);
    await user.click(screen.getByRole('checkbox', { name: 'Title' }));
    expect(chosen).toHaveBeenLastCalledWith(['author', 'pages']);
  });

  it('keep the focus when they go to the other list', async () => {
    await show(<Page columns={['title', 'pages']} />, {});
    const box = () => screen.getByRole('checkbox', { name: 'Pages' });
    box().focus();
    await user.keyboard(' ');
    expect(titles('Shown columns')).toEqual(['Title']);
    expect(document.activeElement).toBe(box());
    await user.keyboard(' ');
    expect(titles('Shown columns')).toEqual(['Title', 'Pages']);
    expect(document.activeElement).toBe(box());
  });

  it('are found by a part of their title', async () => {
    await show(<Page columns={['title', 'pages']} />, {});
    await user.type(screen.getByRole('textbox', { name: 'Search columns' }), 'PRI');
    expect(titles('Hidden columns')).toEqual(['Price']);
    await user.click(screen.getByRole('checkbox', { name: 'Price' }));
    expect(chosen).toHaveBeenLastCalledWith(['title', 'pages', 'price']);
  });

  it('go back to what they were at first', async () => {
    await show(<Page columns={['pages']} />, {});
    await user.click(screen.getByRole('button', { name: 'As at first' }));
    expect(chosen).toHaveBeenLastCalledWith(null);
    expect(titles('Shown columns')[0]).toBe('Title');
  });

  it('have handles that say what they move', async () => {
    await show(<Page columns={['title', 'pages']} />, {});
    expect(screen.getByRole('button', { name: 'Move Pages' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Move Price' })).toBeNull();
  });
});
