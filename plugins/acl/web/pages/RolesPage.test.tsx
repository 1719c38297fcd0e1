import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { RolesPage } from './RolesPage';

skipStyles();

const roles = [
  { name: 'root', title: 'Root', snippets: ['pm', 'pm.*', 'ui.*'] },
  { name: 'member', title: '{{t("Member")}}', default: true, snippets: ['!pm', '!pm.*', '!ui.*'] },
  { name: 'clerk', title: 'Clerk', snippets: ['pm.*'] },
];
const field = (name: string, title: string) => ({ name, type: 'string', interface: 'input', uiSchema: { title } });
const books = {
  name: 'books',
  title: 'Books',
  usingConfig: 'strategy',
  fields: [{ name: 'id', type: 'bigInt', interface: 'id', primaryKey: true }, field('title', 'Title'), field('price', 'Price')],
};
const scopes = [
  { id: 1, key: 'all', name: 'All records', resourceName: null, scope: {} },
  { id: 2, key: 'own', name: 'Own records', resourceName: null, scope: {} },
  { id: 3, key: 'x', name: 'Cheap', resourceName: 'books', scope: { price: 1 } },
  { id: 4, key: 'y', name: 'Of authors', resourceName: 'authors', scope: { id: 1 } },
];
const people = [{ id: 7, nickname: 'Ada', username: 'ada' }];

type Answers = Record<string, unknown>;

function open(path: string, answers: Answers = {}) {
  const known: Answers = {
    'roles:list': roles,
    'roles:check': { role: 'admin', roles: ['admin'], snippets: ['pm.*'], allowAll: false },
    'dataSources/main/roles:get': { strategy: { actions: ['view:own', 'trigger'] } },
    'roles/clerk/dataSourcesCollections:list': [books],
    'roles/clerk/dataSourceResources:get': null,
    'dataSources/main/rolesResourcesScopes:list': scopes,
    'collections:list': [books],
    'roles/clerk/users:list': people,
    ...answers,
  };
  const answer = ({ action }: AskedRequest) => {
    const given = known[action];
    return given instanceof Response ? given.clone() : { data: given === undefined ? 'ok' : given };
  };
  const page = (
    <Routes>
      <Route path="/admin/settings/roles/:role?/:tab?" element={<RolesPage />} />
    </Routes>
  );
  const place = renderInPlace(page, answer, `/admin/settings/roles${path}`);
  const sent = (action: string) => place.asked.filter((one) => one.method === 'POST' && one.action === action);
  return { ...place, sent };
}
const save = () => userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);

describe('The roles', () => {
  it('stand on the left; those of the product stay, and root cannot be limited', async () => {
    open('/root/general');
    const list = await screen.findByRole('navigation', { name: 'Roles' });
    expect(within(list).getAllByRole('link').map((link) => link.textContent)).toEqual(['Root', 'MemberNew users', 'Clerk']);
    expect(screen.getByText('This role may do everything')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('switch', { name: 'Settings' }).disabled).toBe(true);
    expect(screen.queryByRole('tab', { name: 'Data' })).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Delete/ }).disabled).toBe(true);
    await userEvent.click(within(list).getByRole('link', { name: 'Clerk' }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Delete/ }).disabled).toBe(false);
  });

  it('are made with a title, and then opened at what they may do', async () => {
    const { sent, router } = open('', { 'roles:create': { name: 'r_1', title: 'Sales' } });
    await userEvent.click(await screen.findByRole('button', { name: /Add role/ }));
    await save();
    expect(await screen.findByText('Give it a title, such as Sales.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Title'), 'Sales');
    await save();
    await waitFor(() => expect(sent('roles:create')[0]?.body).toMatchObject({ title: 'Sales' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin/settings/roles/r_1/data'));
  });
});

describe('Several roles of one person', () => {
  it('work together as it is chosen', async () => {
    const { sent } = open('');
    await userEvent.click(await screen.findByRole('combobox', { name: 'How several roles of one person work together' }));
    await userEvent.click(await screen.findByTitle('All roles together'));
    await waitFor(() => expect(sent('roles:setSystemRoleMode')[0]?.body).toEqual({ roleMode: 'only-use-union' }));
  });
});

describe('What a role may set up', () => {
  it('is switched at once, page by page too', async () => {
    const { sent } = open('/clerk/general');
    const users = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Users' });
    expect(users.checked).toBe(true);
    await userEvent.click(users);
    await waitFor(() => expect(sent('roles:update')[0]?.body).toEqual({ snippets: ['pm.*', '!pm.users'] }));
    expect(sent('roles:update')[0]?.params.get('filterByTk')).toBe('clerk');
  });

  it('is as before when the server refuses', async () => {
    const { notices } = open('/member/general', { 'roles:update': refusal(403, 'No permissions') });
    const configure = await screen.findByRole('switch', { name: 'Configure the interface' });
    await userEvent.click(configure);
    await waitFor(() => expect(notices.failed).toHaveBeenCalled());
    await waitFor(() => expect(configure.ariaChecked).toBe('false'));
  });
});

describe('The data of a role', () => {
  it('follows a general rule that keeps what it does not show', async () => {
    const { sent } = open('/clerk/data');
    const group = await screen.findByRole('radiogroup', { name: 'Edit' });
    expect(screen.getByText('Edits no records')).toBeTruthy();
    await userEvent.click(within(group).getByText('All records'));
    await waitFor(() =>
      expect(sent('dataSources/main/roles:update')[0]?.body).toEqual({
        strategy: { actions: ['view:own', 'trigger', 'update'] },
      }),
    );
    expect(await screen.findByText('Edits all records')).toBeTruthy();
  });

  it('has rules for one collection, begun as the general rule and said in words', async () => {
    const { sent } = open('/clerk/data');
    await userEvent.click(await screen.findByRole('button', { name: /rules: Books$/ }));
    const meaning = await screen.findByRole('list', { name: 'What this means' });
    await waitFor(() => expect(within(meaning).getByText('Sees own records')).toBeTruthy());
    await userEvent.click(screen.getByRole('checkbox', { name: 'See: Price' }));
    expect(within(meaning).getByText('Sees 1 of 2 fields of own records')).toBeTruthy();
    await userEvent.click(screen.getByRole('combobox', { name: 'See: Records' }));
    expect(screen.queryByTitle('Of authors')).toBeNull();
    await userEvent.click(await screen.findByTitle('Cheap'));
    expect(within(meaning).getByText('Sees 1 of 2 fields of the records of “Cheap”')).toBeTruthy();
    await save();
    await waitFor(() =>
      expect(sent('roles:applyDataPermissions')[0]?.body).toEqual({
        resources: [
          { name: 'books', usingActionsConfig: true, actions: [{ name: 'view', fields: ['title'], scopeId: 3 }] },
        ],
      }),
    );
  });

  it('is not saved with an action that has no fields, which the server would take for all', async () => {
    const { sent } = open('/clerk/data');
    await userEvent.click(await screen.findByRole('button', { name: /rules: Books$/ }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'See: All fields' }));
    await save();
    expect(await screen.findByText('See has no fields. Tick at least one, or switch it off.')).toBeTruthy();
    expect(sent('roles:applyDataPermissions')).toEqual([]);
  });

  it('goes back to the general rule', async () => {
    const { sent } = open('/clerk/data', {
      'roles/clerk/dataSourcesCollections:list': [{ ...books, usingConfig: 'resourceAction' }],
      'roles/clerk/dataSourceResources:get': {
        name: 'books',
        usingActionsConfig: true,
        actions: [{ name: 'update', fields: [], scopeId: 2 }],
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /rules: Books$/ }));
    expect(await screen.findByText('Edits own records')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the general rule' }));
    await waitFor(() =>
      expect(sent('roles:applyDataPermissions')[0]?.body).toEqual({
        resources: [{ name: 'books', usingActionsConfig: false }],
      }),
    );
  });

  it('knows conditions, which are tried out before they are saved', async () => {
    const { sent, asked } = open('/clerk/data');
    await userEvent.click(await screen.findByRole('button', { name: /rules: Books$/ }));
    await userEvent.click(await screen.findByRole('button', { name: /New condition/ }));
    const dialog = (await screen.findByLabelText('Name of the condition')).closest('[role="dialog"]') as HTMLElement;
    await userEvent.type(screen.getByLabelText('Name of the condition'), 'Dear');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Edit as JSON' }));
    const condition = within(dialog).getByLabelText('Condition');
    await userEvent.clear(condition);
    await userEvent.click(condition);
    await userEvent.paste('{"prise":{"$gt":9}}');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText('There is no field prise here.')).toBeTruthy();
    await userEvent.clear(condition);
    await userEvent.click(condition);
    await userEvent.paste('{"price":{"$gt":9}}');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('dataSources/main/rolesResourcesScopes:create')[0]?.body).toEqual({
        name: 'Dear',
        resourceName: 'books',
        scope: { price: { $gt: 9 } },
      }),
    );
    expect(asked.some((one) => one.action === 'books:list')).toBe(true);
  });
});

describe('The people with a role', () => {
  it('are removed and, on undo, added again', async () => {
    const { sent, notices } = open('/clerk/people');
    await userEvent.click(await screen.findByRole('button', { name: 'Remove: Ada' }));
    await waitFor(() => expect(sent('roles/clerk/users:remove')[0]?.body).toEqual([7]));
    await waitFor(() => expect(notices.done).toHaveBeenCalled());
    notices.done.mock.calls[0]?.[1]?.run();
    await waitFor(() => expect(sent('roles/clerk/users:add')[0]?.body).toEqual([7]));
  });

  it('are added from those who do not have it yet', async () => {
    const { sent } = open('/clerk/people', {
      'users:list': [
        { id: 7, nickname: 'Ada', roles: [{ name: 'clerk' }] },
        { id: 8, nickname: 'Bo', roles: [] },
      ],
    });
    await userEvent.click(await screen.findByRole('button', { name: /Add people/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Give this role to people')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('combobox', { name: 'People' }));
    await userEvent.click(await screen.findByTitle('Bo'));
    expect(screen.queryByTitle('Ada')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(sent('roles/clerk/users:add')[0]?.body).toEqual([8]));
  });
});
