import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AuditLogPage } from './AuditLogPage';

skipStyles();

const entry = {
  id: 20,
  at: '2026-03-10T12:00:00.000Z',
  userId: 2,
  userName: 'Ada',
  account: null,
  role: 'member',
  apiKey: null,
  action: 'update',
  resource: 'books',
  collection: 'books',
  sourceKey: null,
  recordKey: '7',
  recordKeys: null,
  recordCount: 1,
  status: 200,
  duration: 12,
  requestId: 'abc-1',
  address: '10.0.0.7',
  userAgent: 'Browser',
};
const guess = { ...entry, id: 19, userId: null, userName: null, account: 'mallory', action: 'signIn', resource: 'auth', collection: null, recordKey: null, recordCount: 0, status: 401 };
const changes = [
  {
    id: 1,
    collection: 'books',
    recordKey: '7',
    kind: 'update',
    fields: [
      { field: 'title', before: 'Old', after: 'New' },
      { field: 'code', secret: true },
      { field: 'notes', before: null, after: 'x'.repeat(2000), cut: true },
      { field: 'tags', removed: [3] },
    ],
  },
];
const books = { name: 'books', title: 'Books', fields: [{ name: 'title', type: 'string', uiSchema: { title: 'Title' } }] };

type Other = (request: AskedRequest) => unknown;

const open = (path = '/', other: Other = () => ({ data: {} }), entries: unknown[] = [entry, guess]) => {
  const answer = (request: AskedRequest) => {
    switch (request.action) {
      case 'auditLogs:list':
        return { data: entries, meta: { count: entries.length && 65, page: 1, pageSize: 30, totalPage: 3 } };
      case 'auditLogs:get':
        return { data: { ...entry, changes } };
      case 'collections:list':
        return { data: [books] };
      case 'users:list':
        return { data: [{ id: 2, nickname: 'Ada', username: 'ada', email: null }] };
      case 'roles:list':
        return { data: [{ name: 'member', title: '{{t("Member")}}' }] };
      default:
        return other(request);
    }
  };
  return renderInPlace(<AuditLogPage />, answer, path);
};
const lists = (asked: AskedRequest[]) =>
  asked.filter((one) => one.action === 'auditLogs:list' && one.params.get('count') !== 'none');
const choose = async (label: string, title: string) => {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.click(await screen.findByTitle(title));
};

describe('The audit log', () => {
  it('says in words who did what, where, and how it went', async () => {
    open();
    const row = (await screen.findByRole('button', { name: 'Edit by Ada: details' })).closest('tr') as HTMLElement;
    await waitFor(() => expect(within(row).getByText('Books')).toBeTruthy());
    expect(within(row).getByRole('link', { name: '7' }).getAttribute('href')).toBe('/admin/data/books?record=7');
    expect(within(row).getByText('Done')).toBeTruthy();
    expect(within(row).getByText('10.0.0.7')).toBeTruthy();
    const other = screen.getByRole('button', { name: 'Sign in by mallory: details' }).closest('tr') as HTMLElement;
    expect(within(other).getByText('Refused')).toBeTruthy();
  });

  it('looks for what is chosen, from the first page on, and keeps it in the address', async () => {
    const { asked, router } = open('/?page=2&until=20');
    await screen.findByRole('button', { name: 'Edit by Ada: details' });
    expect(lists(asked).at(-1)?.params.get('until')).toBe('20');
    await choose('Action', 'Delete');
    await choose('Collection', 'Books');
    await choose('Result', 'Failed');
    await choose('Person', 'Ada');
    await choose('Time', 'Last 7 days');
    await userEvent.type(screen.getByLabelText('Search the log'), 'net');
    await waitFor(() => {
      const filter = lists(asked).at(-1)?.params.get('filter') ?? '';
      for (const part of ['"action":"destroy"', '"collection":"books"', '"$gte":400', '"userId":2', '$dateNotBefore', '"text":"net"']) {
        expect(filter).toContain(part);
      }
    });
    expect(lists(asked).at(-1)?.params.get('page')).toBe('1');
    const address = new URLSearchParams(router.state.location.search);
    expect(Object.fromEntries(address)).toEqual({
      action: 'destroy',
      collection: 'books',
      result: 'failed',
      user: '2',
      range: 'week',
      search: 'net',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(router.state.location.search).toBe('');
  });

  it('holds its pages still while entries arrive', async () => {
    const { asked, router } = open();
    await screen.findByRole('button', { name: 'Edit by Ada: details' });
    await userEvent.click(screen.getByTitle('3'));
    await waitFor(() => expect(lists(asked).at(-1)?.params.get('page')).toBe('3'));
    expect(lists(asked).at(-1)?.params.get('until')).toBe('20');
    await userEvent.click(screen.getByTitle('1'));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('goes without the choice of a person where people may not be seen, and says when nothing matches', async () => {
    const { asked } = open('/?search=zzz', undefined, []);
    expect(await screen.findByText('Nothing like this has happened')).toBeTruthy();
    expect(asked.some((one) => one.action === 'users:list')).toBe(true);
  });

  it('is exported as it is filtered', async () => {
    const url = vi.fn(() => 'blob:x');
    Object.assign(URL, { createObjectURL: url, revokeObjectURL: vi.fn() });
    const { asked, notices } = open('/?action=destroy', (request) =>
      request.action === 'auditLogs:export' ? new Response('id,at') : { data: {} },
    );
    await screen.findByRole('button', { name: 'Edit by Ada: details' });
    await userEvent.hover(screen.getByRole('button', { name: /Export/ }));
    await userEvent.click(await screen.findByText('As a table (CSV)'));
    await waitFor(() => expect(url).toHaveBeenCalled());
    const exported = asked.find((one) => one.action === 'auditLogs:export');
    expect(exported?.params.get('format')).toBe('csv');
    expect(exported?.params.get('filter')).toContain('"action":"destroy"');
    expect(notices.failed).not.toHaveBeenCalled();
  });
});

describe('An entry', () => {
  it('shows everything, and what each field was and became', async () => {
    const { router } = open('/?entry=20');
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('abc-1')).toBeTruthy();
    expect(await within(drawer).findByText('Member')).toBeTruthy();
    const row = async (name: string) => (await within(drawer).findByRole('rowheader', { name })).closest('tr') as HTMLElement;
    expect((await row('Title')).textContent).toBe('TitleOldNew');
    expect((await row('code')).textContent).toContain('Changed; the value is not kept');
    expect((await row('notes')).textContent).toContain('cut');
    expect((await row('tags')).textContent).toBe('tags3–');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Close' }));
    expect(router.state.location.search).toBe('');
  });
});

describe('The settings of the log', () => {
  const settings: Other = (request) =>
    request.action === 'auditLogs:getSettings' ? { data: { retentionDays: 180, logReads: false } } : { data: {} };

  it('keep entries for ever', async () => {
    const { asked } = open('/', settings);
    await userEvent.click(await screen.findByRole('button', { name: /Settings/ }));
    await userEvent.click(await screen.findByLabelText('For ever'));
    await userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);
    await waitFor(() => expect(asked.some((one) => one.method === 'POST')).toBe(true));
    expect(asked.find((one) => one.method === 'POST')).toMatchObject({
      action: 'auditLogs:updateSettings',
      body: { retentionDays: 0, logReads: false },
    });
  });

  it('say why they were not saved, and lose nothing', async () => {
    open('/', (request) => (request.method === 'POST' ? refusal(403, 'No permissions') : settings(request)));
    await userEvent.click(await screen.findByRole('button', { name: /Settings/ }));
    const days = await screen.findByLabelText<HTMLInputElement>('Days');
    await waitFor(() => expect(days.value).toBe('180'));
    await userEvent.clear(days);
    await userEvent.type(days, '30');
    await userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(days.value).toBe('30');
  });
});
