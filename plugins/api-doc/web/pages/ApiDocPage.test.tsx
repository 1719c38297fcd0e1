import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { operationPath } from '../paths';
import { shopDocument } from '../shop.fixture';
import { ApiDocPage } from './ApiDocPage';

skipStyles();

const parts = [
  {
    ns: 'collections/sales',
    resource: 'sales',
    title: 'Sales',
    plugin: null,
    actions: ['list', 'get', 'create', 'update', 'shop:get'],
  },
  { ns: 'plugins/auth', resource: 'auth', title: 'Signing in and out', plugin: 'auth', actions: ['signIn', 'signOut'] },
];

const answer = ({ action, params }: AskedRequest): unknown => {
  if (action === 'swagger:listParts') {
    return { data: parts };
  }
  if (action === 'swagger:get') {
    return shopDocument;
  }
  if (action === 'sales:create') {
    return refusal(400, 'Title is required');
  }
  return { data: params.get('pageSize') === '1' ? [{ id: 77 }] : [{ id: 77, title: 'Bread' }] };
};

const open = (path = '/') => renderInPlace(<ApiDocPage />, answer, path);
const code = async (name: string) => (await screen.findByRole('textbox', { name })).textContent ?? '';

describe('The documentation of the API', () => {
  it('finds actions by their words, and shows one with its part of the document only', async () => {
    const { asked } = open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Search collections and actions' }), 'sales upd');
    await userEvent.click(await screen.findByRole('button', { name: 'sales update' }));
    expect(await screen.findByRole('heading', { name: 'Change records of Sales' })).toBeTruthy();
    expect(screen.queryByText('Signing in and out')).toBeNull();
    const documents = asked.filter(({ action }) => action === 'swagger:get');
    expect(documents.map(({ params }) => params.get('ns'))).toEqual(['collections/sales']);

    // A record that exists is filled in, so that the request can be sent as it is.
    expect(await screen.findByDisplayValue('77')).toBeTruthy();
  });

  it('sends what a table asked for, and shows what came back', async () => {
    const list = { sort: ['-price'], filter: { state: 'new' }, page: 2, fields: undefined, appends: [] };
    const { asked } = open(operationPath('sales', 'list', list));
    const text = await code('curl');
    const url = new URL(/curl '([^']+)'/.exec(text)?.[1] ?? '');
    expect(url.pathname).toBe('/api/sales:list');
    expect(Object.fromEntries(url.searchParams)).toEqual({ filter: '{"state":"new"}', sort: '-price', page: '2' });
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect((await screen.findByRole('status')).textContent).toContain('200');
    expect(await code('Answer')).toContain('"title": "Bread"');
    expect(asked.at(-1)?.params.get('sort')).toBe('-price');
  });

  it('asks before it changes anything, and shows a refusal as the answer it is', async () => {
    const { asked } = open(operationPath('sales', 'create', {}));
    const body = await screen.findByRole('textbox', { name: 'Body' });
    expect(JSON.parse((body as HTMLTextAreaElement).value)).toMatchObject({ title: 'Text', price: '12.50' });
    await userEvent.type(body, '{{');
    expect(screen.getByRole('alert').textContent).toBe('This is not JSON yet.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Start from the example again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(asked.some(({ action }) => action === 'sales:create')).toBe(false);
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('400'));
    expect(await code('Answer')).toContain('Title is required');
    expect(asked.at(-1)).toMatchObject({ method: 'POST', action: 'sales:create', body: { state: 'new' } });
  });

  it('sends with a key instead of the session, and keeps the key out of the code', async () => {
    const { api } = open(operationPath('sales', 'list', {}));
    const raw = vi.spyOn(api, 'raw');
    await userEvent.click(await screen.findByText('API key'));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
    await userEvent.type(screen.getByPlaceholderText('Paste an API key'), 'secret-key');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByRole('status');
    expect(raw.mock.lastCall?.[3]).toEqual({ token: 'secret-key' });
    expect(await code('curl')).not.toContain('secret-key');
  });

  it('says so when an action is not there for the person at the screen', async () => {
    open('/?resource=secrets&action=list');
    expect(await screen.findByText('This is not there for you')).toBeTruthy();
  });
});
