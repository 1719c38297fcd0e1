import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ActionAnswer, RoleAnswer } from '../model/explanation';
import { CheckRightsPage } from './CheckRightsPage';

skipStyles();

const eva = { id: 7, nickname: 'Eva', username: 'eva' };
const orders = {
  name: 'orders',
  title: 'Orders',
  titleField: 'number',
  fields: [
    { name: 'number', type: 'string', interface: 'input', uiSchema: { title: 'Number' } },
    { name: 'margin', type: 'string', interface: 'input', uiSchema: { title: 'Margin' } },
  ],
};
const seller: RoleAnswer = {
  name: 'seller',
  acts: true,
  isAllowed: true,
  reason: 'rules',
  isOwn: true,
  snippet: null,
  reservedTo: [],
  fields: ['number'],
  scope: { key: 'own', name: 'Own records' },
  conditions: [{ createdById: '{{ctx.state.currentUser.id}}' }],
  isWithin: null,
};
const boss: RoleAnswer = { ...seller, name: 'boss', acts: false, reason: 'strategy', isOwn: false, scope: null, conditions: [], fields: null };
const view: ActionAnswer = {
  name: 'view',
  isAllowed: true,
  reason: 'rules',
  fields: ['number'],
  hidden: ['margin'],
  conditions: seller.conditions,
  record: null,
  roles: [seller, boss],
};
const destroy: ActionAnswer = {
  ...view,
  name: 'destroy',
  isAllowed: false,
  fields: null,
  hidden: null,
  conditions: [],
  roles: [{ ...seller, isAllowed: false, isOwn: false, conditions: [], scope: null }],
};
const explanation = {
  user: eva,
  collection: 'orders',
  roleMode: 'default',
  defaultRole: null,
  actingAs: ['seller'],
  roles: [
    { name: 'seller', title: 'Seller', isOwn: true, from: [{ by: 'departments', title: 'Sales' }] },
    { name: 'boss', title: 'Boss', isOwn: false, from: [{ by: 'departments', title: 'Board' }] },
  ],
  actions: [destroy, view],
};

type Answers = Record<string, unknown>;

function open(search = '', answers: Answers = {}) {
  const known: Answers = {
    'collections:list': [orders, { name: 'bills', title: 'Bills', fields: [] }],
    'users:list': [eva],
    'users:get': eva,
    'roles/seller/users:list': [eva],
    'orders:list': [{ id: 3, number: 'A-3' }],
    'orders:get': { number: 'A-3' },
    'roles:explain': explanation,
    ...answers,
  };
  const answer = ({ action }: AskedRequest) => {
    const given = known[action];
    return given instanceof Response ? given.clone() : given instanceof Promise ? given : { data: given ?? [] };
  };
  const place = renderInPlace(<CheckRightsPage />, answer, `/admin/settings/check-rights${search}`);
  const explained = () => place.asked.filter((one) => one.action === 'roles:explain').map((one) => String(one.params));
  return { ...place, explained };
}
const item = async (headline: string) => {
  const text = await screen.findByText(headline);
  return text.closest('li') as HTMLElement;
};

describe('The rights of a person', () => {
  it('are asked for once a person and a collection are chosen, and both are in the address', async () => {
    const { explained, router } = open();
    expect(await screen.findByText('Choose a person and a collection')).toBeTruthy();
    await userEvent.type(screen.getByRole('combobox', { name: 'Person' }), 'ev');
    await userEvent.click(await screen.findByTitle('Eva · eva'));
    await userEvent.click(screen.getByRole('combobox', { name: 'Collection' }));
    await userEvent.click(await screen.findByTitle('Orders'));
    expect(await screen.findByText('Eva may see own records in Orders')).toBeTruthy();
    expect(router.state.location.search).toBe('?user=7&collection=orders');
    expect(explained()).toEqual(['userId=7&collection=orders']);
  });

  it('are told in sentences with their reasons, and where the roles come from', async () => {
    open('?user=7&collection=orders');
    const seen = await item('Eva may see own records in Orders');
    expect(within(seen).getByText('The role Seller allows it for own records, by its own rules for Orders.')).toBeTruthy();
    expect(within(seen).getByText(/^Allowed/)).toBeTruthy();
    const deleted = await item('Eva may not delete records in Orders');
    expect(within(deleted).getByText(/^Not allowed/)).toBeTruthy();
    expect(screen.getByText('given in person, by Sales')).toBeTruthy();
    expect(screen.getByText('by Board')).toBeTruthy();
  });

  it('open by keyboard to what each role says and the fields, and the address keeps that', async () => {
    const { router } = open('?user=7&collection=orders');
    const seen = await item('Eva may see own records in Orders');
    const button = within(seen).getByRole('button');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const rows = within(within(seen).getByRole('table')).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('own records');
    expect(rows[2]?.textContent).toContain('does not count now');
    const [shown, hidden] = within(seen).getAllByRole('definition');
    expect(shown?.textContent).toBe('Number');
    expect(hidden?.textContent).toBe('Margin');
    expect(router.state.location.search).toContain('open=view');
  });

  it('can be asked as another of the roles', async () => {
    const { explained, router } = open('?user=7&collection=orders');
    await userEvent.click(await screen.findByRole('combobox', { name: 'Acting as' }));
    await userEvent.click(await screen.findByTitle('Boss'));
    await waitFor(() => expect(explained().at(-1)).toBe('userId=7&collection=orders&role=boss'));
    expect(router.state.location.search).toContain('role=boss');
  });

  it('are asked of those who have a role when they are reached from its page', async () => {
    const { asked } = open('?role=seller');
    await userEvent.click(await screen.findByRole('combobox', { name: 'Person' }));
    await userEvent.click(await screen.findByTitle('Eva · eva'));
    expect(asked.some((one) => one.action === 'roles/seller/users:list')).toBe(true);
  });
});

describe('The rights to a record', () => {
  it('say whether it is within reach and which condition decides', async () => {
    const roles = [{ ...seller, isWithin: false }];
    const { explained } = open('?user=7&collection=orders', {
      'roles:explain': { ...explanation, actions: [{ ...view, record: { isWithin: false, meetsFixed: true }, roles }] },
    });
    await userEvent.click(await screen.findByRole('combobox', { name: 'Record (optional)' }));
    await userEvent.click(await screen.findByTitle('A-3'));
    await waitFor(() => expect(explained().at(-1)).toBe('userId=7&collection=orders&recordKey=3'));
    const seen = await item('Eva may not see this record');
    expect(
      within(seen).getByText('The role Seller allows it for own records only, and this record is not one of them.'),
    ).toBeTruthy();
    await userEvent.click(within(seen).getByRole('button'));
    expect(within(seen).getByText('Out of reach')).toBeTruthy();
  });

  it('that does not exist say so', async () => {
    const { router } = open('?user=7&collection=orders&record=99', { 'roles:explain': refusal(404, 'Record 99 does not exist') });
    expect(await screen.findByText('Record 99 does not exist')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Ask about the whole collection' }));
    expect(router.state.location.search).toBe('?user=7&collection=orders');
  });

  it('can be asked for again when they could not be read', async () => {
    open('?user=7&collection=orders', { 'roles:explain': refusal(503, 'The database cannot be reached') });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('Somebody without a role', () => {
  it('may do nothing, and there is nothing to open', async () => {
    const none = { ...destroy, reason: 'noRoles', roles: [] };
    open('?user=7&collection=orders', { 'roles:explain': { ...explanation, roles: [], actingAs: [], actions: [none] } });
    const deleted = await item('Eva may not delete records in Orders');
    expect(within(deleted).getByText('Eva has no role.')).toBeTruthy();
    expect(within(deleted).queryByRole('button')).toBeNull();
  });
});
