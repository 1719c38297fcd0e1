import { PluginsContext } from '@pergola/plugin';
import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { Form, Input } from '@pergola/ui';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { UsersPage } from './UsersPage';

skipStyles();

const member = { name: 'member', title: '{{t("Member")}}', default: true };
const admin = { name: 'admin', title: 'Admin' };
const users = [
  { id: 1, nickname: 'Super Admin', username: 'nocobase', email: 'admin@example.com', phone: null, roles: [admin] },
  { id: 2, nickname: 'Ada', username: 'ada', email: null, phone: null, roles: [member] },
];

/** What another plugin knows of a user. */
const Stars = () => (
  <Form.Item name="star" label="Star">
    <Input />
  </Form.Item>
);

const starLink = { title: 'Give a star', icon: () => null, snippet: 'pm.stars', pathOf: (user: { id: unknown }) => `/stars/${user.id}` };

type Write = (request: AskedRequest) => unknown;

const open = (write: Write = () => ({ data: {} }), path = '/') => {
  const answer = (request: AskedRequest) => {
    switch (request.action) {
      case 'users:list':
        return { data: users, meta: { count: 45, page: 1, pageSize: 20, totalPage: 3 } };
      case 'roles:list':
        return { data: [{ name: 'root', title: 'Root' }, admin, member] };
      case 'roles:check':
        return { data: { role: 'admin', roles: ['admin'], snippets: ['pm.*'], allowAll: false } };
      default:
        return write(request);
    }
  };
  return renderInPlace(
    <PluginsContext value={[{ name: 'stars', userPart: { snippet: 'pm.stars', Items: Stars }, userLinks: [starLink] }]}>
      <UsersPage />
    </PluginsContext>,
    answer,
    path,
  );
};
const writes = (asked: AskedRequest[]) => asked.filter((request) => request.method === 'POST');
const save = () => userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);

describe('The list of users', () => {
  it('shows people with their roles, searches on the server, and keeps search and page in the address', async () => {
    const { asked, router } = open();
    expect(await screen.findByRole('button', { name: 'Ada' })).toBeTruthy();
    expect(screen.getByText('Member')).toBeTruthy();
    await userEvent.click(screen.getByTitle('2'));
    await waitFor(() => expect(asked.some((one) => one.params.get('page') === '2')).toBe(true));
    await userEvent.type(screen.getByLabelText('Search users'), 'ad');
    await waitFor(() => expect(asked.at(-1)?.params.get('filter')).toContain('"nickname":{"$includes":"ad"}'));
    expect(asked.at(-1)?.params.get('page')).toBe('1');
    expect(router.state.location.search).toBe('?search=ad');
  });

  it('leads to the pages that plugins have about a user', async () => {
    const { router } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Give a star: Ada' }));
    expect(router.state.location.pathname).toBe('/stars/2');
  });

  it('keeps the first account, and says why an account cannot be deleted', async () => {
    const { asked } = open(() => refusal(403, 'No permissions'));
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Delete Super Admin' })).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Delete Ada' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('You may not delete this account: it may do more than you may.')).toBeTruthy();
    expect(writes(asked)[0]?.params.get('filterByTk')).toBe('2');
  });
});

describe('A user', () => {
  it('needs a way to sign in and a password, and is sent with the roles that were chosen', async () => {
    const { asked } = open();
    await userEvent.click(await screen.findByRole('button', { name: /Add user/ }));
    await userEvent.type(await screen.findByLabelText('Nickname'), 'Bo');
    await save();
    expect(await screen.findByText(/one of them is needed to sign in/)).toBeTruthy();
    expect(screen.getByText('Please enter a password')).toBeTruthy();
    expect(writes(asked)).toEqual([]);
    await userEvent.type(screen.getByLabelText('Username'), 'bo');
    await userEvent.type(screen.getByLabelText('Password'), 'secret');
    await userEvent.click(screen.getByLabelText('Roles'));
    expect(screen.queryByTitle('Root')).toBeNull();
    await userEvent.click(await screen.findByTitle('Admin'));
    await save();
    await waitFor(() => expect(writes(asked)).toHaveLength(1));
    expect(writes(asked)[0]).toMatchObject({
      action: 'users:create',
      body: { nickname: 'Bo', username: 'bo', password: 'secret', roles: ['admin'] },
    });
  });

  it('is sent with what was changed, and a refusal stands beside its field while nothing typed is lost', async () => {
    const { asked } = open(() => refusal(400, 'Username already exists'));
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Ada' }));
    const username = await screen.findByLabelText<HTMLInputElement>('Username');
    await userEvent.clear(username);
    await userEvent.type(username, 'nocobase');
    await save();
    expect(await screen.findByText('Username already exists')).toBeTruthy();
    expect(username.value).toBe('nocobase');
    expect(writes(asked)[0]).toMatchObject({ action: 'users:update', body: { username: 'nocobase' } });
    expect(writes(asked)[0]?.params.get('filterByTk')).toBe('2');
  });

  it('is sent with what was changed in the items of other plugins', async () => {
    const { asked } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Ada' }));
    await userEvent.type(await screen.findByLabelText('Nickname'), '!');
    await save();
    await waitFor(() => expect(writes(asked)[0]?.body).toEqual({ nickname: 'Ada!' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Ada' }));
    await userEvent.type(await screen.findByLabelText('Star'), 'Vega');
    await save();
    await waitFor(() => expect(writes(asked)[1]?.body).toEqual({ star: 'Vega' }));
  });

  it('with more power cannot be changed, which is said plainly', async () => {
    open(() => refusal(403, 'No permissions'));
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Super Admin' }));
    await userEvent.type(await screen.findByLabelText('Nickname'), '!');
    await save();
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText(/they may do more than you may/)).toBeTruthy();
  });
});
