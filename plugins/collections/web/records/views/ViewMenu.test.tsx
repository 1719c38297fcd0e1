import { books, library } from '@pergola/filter/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createUser, show, type Answers } from '../harness.fixture';
import { RecordTools } from '../RecordTools';
import { useTableView } from '../view';
import type { SavedView } from './useSavedViews';
import { useDefaultView } from './useViewChoice';

const user = createUser();

const drawn: string[] = [];

function Table({ search }: { search: string }) {
  drawn.push(search);
  return <p>Table</p>;
}

function Page() {
  const [view, change] = useTableView();
  const isKnown = useDefaultView(books.name);
  return (
    <>
      <RecordTools collection={books} view={view} onChange={change} />
      {isKnown && <Table search={JSON.stringify({ sort: view.sort, columns: view.columns })} />}
    </>
  );
}

const filter = { logic: '$and', items: [{ field: 'title', operator: '$includes', value: 'a' }] };
const short: SavedView = {
  id: 1,
  collectionName: 'books',
  title: 'Short ones',
  isDefault: false,
  options: { sort: '-pages', filter, columns: ['title', 'pages'], pageSize: 100 },
};
const mine: SavedView = { ...short, id: 2, title: 'Mine', isDefault: true, options: { sort: 'title' } };

/** Keeps views as the server does for one person. */
function server(...stored: SavedView[]): Answers {
  let views = stored;
  const isMeant = (view: SavedView, params: URLSearchParams) => {
    const meant = JSON.parse(params.get('filter') ?? '{}') as Partial<SavedView>;
    const key = params.get('filterByTk');
    return key ? String(view.id) === key : meant.isDefault === undefined || view.isDefault === meant.isDefault;
  };
  return {
    'collections:list': () => library,
    'recordViews:list': () => views,
    'recordViews:create': ({ body }) => {
      const view = { ...(body as SavedView), id: 9 };
      views = [...views, view];
      return view;
    },
    'recordViews:update': ({ params, body }) => {
      views = views.map((view) => (isMeant(view, params) ? Object.assign({}, view, body) : view));
      return [];
    },
    'recordViews:destroy': ({ params }) => {
      views = views.filter((view) => !isMeant(view, params));
      return 1;
    },
  };
}

async function open() {
  await user.click(within(screen.getByRole('toolbar', { name: 'Table' })).getAllByRole('button')[0] as HTMLElement);
  return screen.findByRole('group', { name: 'Views' });
}

async function act(view: string, action: string) {
  await user.click(within(await open()).getByRole('button', { name: `Actions of ${view}` }));
  await user.click(await screen.findByRole('menuitem', { name: new RegExp(`${action}$`) }));
}

describe('Saved views', () => {
  it('keep sorting, filter, columns and page size under a name', async () => {
    const address = `/admin/data/books?page=3&sort=-pages&columns=title,pages&pageSize=100&filter=${encodeURIComponent(JSON.stringify(filter))}`;
    const { of, search } = await show(<Page />, server(), address);
    await user.type(within(await open()).getByRole('textbox', { name: 'Save what you see as a view' }), 'Short ones{Enter}');
    await waitFor(() => expect(search().get('view')).toBe('9'));
    expect(of('recordViews:create')[0]?.body).toEqual({
      collectionName: 'books',
      title: 'Short ones',
      isDefault: false,
      options: short.options,
    });
    expect(search().get('sort')).toBe('-pages');
    expect(await screen.findByRole('button', { name: /Short ones$/ })).toBeDefined();
  });

  it('are opened, and left again', async () => {
    const { of, search } = await show(<Page />, server(short), '/admin/data/books?page=2');
    await user.click(within(await open()).getByRole('button', { name: 'Short ones' }));
    expect(Object.fromEntries(search())).toEqual({
      sort: '-pages',
      columns: 'title,pages',
      pageSize: '100',
      filter: JSON.stringify(filter),
      view: '1',
    });
    expect(of('recordViews:list')[0]?.params.get('filter')).toBe('{"collectionName":"books"}');
    await user.click(within(await open()).getByRole('button', { name: 'All records' }));
    expect([...search()]).toEqual([]);
  });

  it('take over what has been changed since', async () => {
    const { of } = await show(<Page />, server(short), '/admin/data/books?view=1&sort=title');
    expect(await screen.findByRole('button', { name: /Short ones \*$/ })).toBeDefined();
    await user.click(within(await open()).getByRole('button', { name: 'Update Short ones' }));
    await waitFor(() =>
      expect(of('recordViews:update')[0]?.body).toEqual({
        options: { sort: 'title', filter: { logic: '$and', items: [] }, columns: null, pageSize: null },
      }),
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: /\*$/ })).toBeNull());
  });

  it('open by themselves where the address says nothing, before anything else is drawn', async () => {
    drawn.length = 0;
    const { search } = await show(<Page />, server(short, mine));
    await screen.findByText('Table');
    expect(Object.fromEntries(search())).toEqual({ sort: 'title', view: '2' });
    expect(new Set(drawn)).toEqual(new Set(['{"sort":"title","columns":null}']));
    await user.click(within(await open()).getByRole('button', { name: 'All records' }));
    expect(Object.fromEntries(search())).toEqual({ view: 'all' });
  });

  it('leave an address alone that says something', async () => {
    const { search } = await show(<Page />, server(mine), '/admin/data/books?sort=pages');
    await screen.findByText('Table');
    expect(Object.fromEntries(search())).toEqual({ sort: 'pages' });
  });

  it('are not needed to see the records', async () => {
    const failing = { ...server(), 'recordViews:list': () => Promise.reject(new Error('No permissions')) };
    await show(<Page />, failing);
    expect(await screen.findByText('Table')).toBeDefined();
  });

  it('are renamed', async () => {
    const { of } = await show(<Page />, server(short), '/admin/data/books?page=2');
    await act('Short ones', 'Rename');
    const name = await screen.findByRole('textbox', { name: 'New name of Short ones' });
    await user.clear(name);
    await user.type(name, 'Thin ones{Enter}');
    expect(await screen.findByRole('button', { name: 'Thin ones' })).toBeDefined();
    expect(of('recordViews:update')[0]?.params.get('filterByTk')).toBe('1');
  });

  it('of which one opens first', async () => {
    const { of } = await show(<Page />, server(short, mine), '/admin/data/books?page=2');
    await act('Short ones', 'Open first');
    await waitFor(() => expect(of('recordViews:update')).toHaveLength(2));
    expect(await screen.findByRole('button', { name: 'Short ones opens first' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Mine opens first' })).toBeNull();
  });

  it('are deleted, and brought back', async () => {
    const { of, notices } = await show(<Page />, server(mine), '/admin/data/books?page=2');
    await act('Mine', 'Delete');
    await waitFor(() => expect(notices.done).toHaveBeenCalledTimes(1));
    expect(of('recordViews:destroy')[0]?.params.get('filterByTk')).toBe('2');
    const undo = notices.done.mock.calls[0]?.[1] as { run: () => void };
    undo.run();
    await waitFor(() =>
      expect(of('recordViews:create')[0]?.body).toEqual({
        collectionName: 'books',
        title: 'Mine',
        isDefault: true,
        options: { sort: 'title' },
      }),
    );
  });
});
