import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FieldList, withMovedField } from '../fields/FieldList';
import { useCollection } from '../collectionsQuery';
import { library } from '../testing/library';
import { Refusal, renderAt } from '../testing/render';

const nothing = () => undefined;

function Books() {
  const { collection } = useCollection('books');
  return collection && <FieldList collection={collection} onEdit={nothing} onDelete={nothing} onShowJson={nothing} />;
}

const titles = () => screen.getAllByRole('button', { name: /^Move / }).map((handle) => handle.ariaLabel?.slice(5));

/** The browser lays out rows below one another; the imitated one has to be told. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    const row = this.closest('tr.ant-table-row');
    const index = row ? [...(row.parentElement?.querySelectorAll('tr.ant-table-row') ?? [])].indexOf(row) : 0;
    return new DOMRect(0, index * 40, 600, 40);
  });
  Element.prototype.scrollIntoView ??= nothing;
});

async function moveDown(title: string, times: number): Promise<void> {
  const user = userEvent.setup();
  (await screen.findByRole('button', { name: `Move ${title}` })).focus();
  await user.keyboard(' ');
  await screen.findByText(`You hold ${title}.`);
  for (let time = 0; time < times; time += 1) {
    await user.keyboard('{ArrowDown}');
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await user.keyboard(' ');
}

describe('Rows that are dragged', { timeout: 20_000 }, () => {
  it('move with the keyboard, are announced and saved', async () => {
    let stored = library;
    const { requests } = renderAt(<Books />, {
      'collections:list': () => stored,
      'collections/books/fields:move': () => {
        stored = withMovedField(stored, 'books', { source: 'title', target: 'isbn' }) ?? stored;
      },
    });
    await moveDown('Book title', 1);
    await waitFor(() => expect(titles()).toEqual(['ID', 'ISBN', 'Book title', 'Author']));
    expect(screen.getByText('Book title was put at place 3.')).toBeTruthy();
    await waitFor(() => expect(requests('collections/books/fields:move')).toHaveLength(1));
    const { params } = requests('collections/books/fields:move')[0] ?? {};
    expect(params?.get('sourceId')).toBe('title');
    expect(params?.get('targetId')).toBe('isbn');
  });

  it('go back to where they were when the server refuses', async () => {
    const refused = { 'collections:list': library, 'collections/books/fields:move': new Refusal('No') };
    const { notices } = renderAt(<Books />, refused);
    await moveDown('Book title', 1);
    await waitFor(() => expect(notices.failed).toHaveBeenCalledWith('The order was not saved', expect.anything()));
    expect(titles()).toEqual(['ID', 'Book title', 'ISBN', 'Author']);
  });

  it('leave out keys when they are switched off, and remember that', async () => {
    renderAt(<Books />, { 'collections:list': library });
    await userEvent.click(await screen.findByRole('switch', { name: 'Keys and system fields (1)' }));
    expect(titles()).toEqual(['Book title', 'ISBN', 'Author']);
    expect(localStorage.getItem('pergola:systemFields')).toBe('hidden');
  });
});
