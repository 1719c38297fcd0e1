import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { DepartmentsPage } from './DepartmentsPage';

skipStyles();

const departments = [
  { id: 1, title: 'Sales', parentId: null },
  { id: 2, title: 'North', parentId: 1 },
  { id: 3, title: 'Field', parentId: 2 },
  { id: 4, title: 'Support', parentId: null },
];
const ada = { id: 7, nickname: 'Ada', username: 'ada', departmentsUsers: { isOwner: true } };
const bo = { id: 8, nickname: 'Bo', username: 'bo', departmentsUsers: { isOwner: false } };

type Answers = Record<string, unknown>;

function open(path = '', answers: Answers = {}) {
  const known: Answers = {
    'departments:list': departments,
    'departments/1/members:list': [ada, bo],
    'departments/4/members:list': [],
    'departments/1/roles:list': [{ name: 'clerk', title: 'Clerk' }],
    'departments/4/roles:list': [],
    'roles:list': [
      { name: 'root', title: 'Root' },
      { name: 'clerk', title: 'Clerk' },
      { name: 'seller', title: 'Seller' },
    ],
    'roles:check': { role: 'admin', roles: ['admin'], snippets: ['pm.*'], allowAll: false },
    'users:list': [{ ...bo, departments: [departments[1]] }],
    ...answers,
  };
  const answer = ({ action, method }: AskedRequest) => {
    const given = known[action];
    if (given instanceof Response) {
      return given.clone();
    }
    return { data: given ?? (method === 'GET' ? [] : 'ok'), meta: { count: Array.isArray(given) ? given.length : 0 } };
  };
  const page = (
    <Routes>
      <Route path="/admin/settings/departments/:department?" element={<DepartmentsPage />} />
    </Routes>
  );
  const place = renderInPlace(page, answer, `/admin/settings/departments${path}`);
  const sent = (action: string) => place.asked.filter((one) => one.method === 'POST' && one.action === action);
  return { ...place, sent };
}
const items = () => screen.getAllByRole('treeitem').map((item) => item.textContent);
const save = () => userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);

describe('The tree of departments', () => {
  it('is walked with the keys and searched', async () => {
    const { router } = open();
    await screen.findByRole('tree', { name: 'Departments' });
    expect(items()).toEqual(['All users', 'Sales', 'North', 'Field', 'Support']);
    screen.getByRole('treeitem', { name: 'All users' }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    expect(items()).toEqual(['All users', 'Sales', 'Support']);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('North');
    expect(document.activeElement?.getAttribute('aria-level')).toBe('2');
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowLeft}{End}{Enter}');
    expect(router.state.location.pathname).toBe('/admin/settings/departments/4');
    expect(screen.getByRole('treeitem', { name: 'Support' }).ariaSelected).toBe('true');
    await userEvent.type(screen.getByLabelText('Search departments'), 'field');
    expect(items()).toEqual(['All users', 'Sales', 'North', 'Field']);
  });

  it('says what departments are for while there are none', async () => {
    open('', { 'departments:list': [] });
    expect(await screen.findByText(/There are no departments yet/)).toBeTruthy();
    expect(items()).toEqual(['All users']);
  });

  it('takes a department below another, and shows it', async () => {
    const { sent, router } = open('/1', { 'departments:create': { id: 4, title: 'Support', parentId: 1 } });
    await userEvent.click(await screen.findByRole('button', { name: /Add below/ }));
    await save();
    expect(await screen.findByText('Give it a name, such as Sales.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Department name'), ' South ');
    await save();
    await waitFor(() => expect(sent('departments:create')[0]?.body).toEqual({ title: 'South', parentId: 1 }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin/settings/departments/4'));
  });

  it('moves a department to where it can stand, and says what a refusal means', async () => {
    const { sent, notices } = open('/1', { 'departments:update': refusal(400, 'no') });
    await userEvent.click(await screen.findByRole('button', { name: /Rename or move/ }));
    await userEvent.click(await screen.findByRole('combobox', { name: 'Belongs to' }));
    expect(screen.queryByTitle('Sales / North')).toBeNull();
    await userEvent.click(await screen.findByTitle('Support'));
    await save();
    await waitFor(() => expect(sent('departments:update')[0]?.body).toEqual({ title: 'Sales', parentId: 4 }));
    await waitFor(() => expect(notices.failed).toHaveBeenCalled());
    expect(screen.getByLabelText<HTMLInputElement>('Department name').value).toBe('Sales');
  });

  it('keeps a department that is in use, and says what has to leave first', async () => {
    const { sent } = open('/1');
    await userEvent.click(await screen.findByRole('button', { name: /Delete/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Sales is still in use' });
    expect(within(dialog).getByText(/Departments below it: 2/)).toBeTruthy();
    expect(within(dialog).getByText(/Members: 2/)).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(sent('departments:destroy')).toEqual([]);
  });

  it('deletes an empty one after asking', async () => {
    const { sent, router } = open('/4');
    await userEvent.click(await screen.findByRole('button', { name: /Delete/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete Support?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(sent('departments:destroy')[0]?.params.get('filterByTk')).toBe('4'));
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin/settings/departments'));
  });
});

describe('The members', () => {
  it('are those of all departments until one is chosen', async () => {
    const { router } = open();
    expect(await screen.findByRole('heading', { name: 'All users' })).toBeTruthy();
    await userEvent.click(await screen.findByRole('link', { name: 'North' }));
    expect(router.state.location.pathname).toBe('/admin/settings/departments/2');
  });

  it('are removed and, on undo, are back as what they were', async () => {
    const { sent, notices } = open('/1');
    expect(await screen.findByText('Owner')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Remove: Ada' }));
    await waitFor(() => expect(sent('departments/1/members:remove')[0]?.body).toEqual([7]));
    await waitFor(() => expect(notices.done).toHaveBeenCalled());
    notices.done.mock.calls[0]?.[1]?.run();
    await waitFor(() => expect(sent('departments/1/owners:add')[0]?.body).toEqual([7]));
    expect(sent('departments/1/members:add')[0]?.body).toEqual([7]);
  });

  it('own the department or no longer do', async () => {
    const { sent } = open('/1');
    await userEvent.click(await screen.findByRole('button', { name: 'Make an owner: Bo' }));
    await waitFor(() => expect(sent('departments/1/owners:add')[0]?.body).toEqual([8]));
    await userEvent.click(await screen.findByRole('button', { name: 'No longer an owner: Ada' }));
    await waitFor(() => expect(sent('departments/1/owners:remove')[0]?.body).toEqual([7]));
  });

  it('are added from those outside, whom the server finds', async () => {
    const { sent, asked } = open('/4', { 'users:listExcludeDept': [{ id: 9, nickname: 'Cy' }] });
    expect(await screen.findByText('Nobody is in this department')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Add people/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Add people to the department' });
    await userEvent.type(within(dialog).getByRole('combobox', { name: 'People' }), 'c');
    await waitFor(() => expect(asked.at(-1)?.params.get('filter')).toContain('"$includes":"c"'));
    expect(asked.at(-1)?.params.get('departmentId')).toBe('4');
    await userEvent.click(await screen.findByTitle('Cy'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(sent('departments/4/members:add')[0]?.body).toEqual([9]));
  });

  it('with stronger roles are not for everybody to choose, which is said plainly', async () => {
    const { notices } = open('/1', { 'departments/1/members:remove': refusal(403, 'No permissions') });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove: Bo' }));
    await waitFor(() => expect(String(notices.failed.mock.calls[0]?.[0])).toMatch(/may do more than you may/));
  });
});

describe('The roles of a department', () => {
  it('are given and taken one by one, root by its holders only', async () => {
    const { sent } = open('/1');
    await screen.findByTitle('Clerk');
    await userEvent.click(await screen.findByRole('combobox', { name: 'Roles of the members' }));
    expect(screen.queryByTitle('Root')).toBeNull();
    await userEvent.click(await screen.findByTitle('Seller'));
    await waitFor(() => expect(sent('departments/1/roles:add')[0]?.body).toEqual(['seller']));
  });
});
