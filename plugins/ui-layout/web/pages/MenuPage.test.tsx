import { refusal, renderInPlace, rootRights, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MenuPage } from './MenuPage';

skipStyles();

const routes = [
  { id: 1, parentId: null, title: 'Company', type: 'group' },
  { id: 2, parentId: 1, title: 'Handbook', type: 'link', options: { href: 'https://example.com', params: [1] } },
  { id: 3, parentId: 1, title: 'Orders', type: 'flowPage' },
  { id: 4, parentId: 3, title: null, type: 'tabs', hidden: true },
];

function open(answers: Record<string, unknown> = {}) {
  const known: Record<string, unknown> = { 'desktopRoutes:list': routes, 'roles:check': rootRights, ...answers };
  const place = renderInPlace(<MenuPage />, ({ action }: AskedRequest) => {
    const given = known[action];
    return given instanceof Response ? given.clone() : { data: given ?? 'ok' };
  });
  const sent = (action: string) => place.asked.filter((one) => one.method === 'POST' && one.action === action);
  return { ...place, sent };
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }));

describe('The menu in the settings', () => {
  it('shows what is there, and the content of pages only as part of them', async () => {
    open();
    expect(await screen.findByText('https://example.com')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Edit: / }).map((button) => button.ariaLabel)).toEqual([
      'Edit: Company',
      'Edit: Handbook',
      'Edit: Orders',
    ]);
  });

  it('takes a link that leads somewhere, and no other', async () => {
    const { sent } = open({ 'desktopRoutes:list': [] });
    expect(await screen.findByText('The menu has no entries yet')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Add entry/ }));
    await userEvent.type(await screen.findByLabelText('Name of the entry'), ' Docs ');
    await userEvent.type(screen.getByLabelText('Address'), 'javascript:alert(1)');
    await save();
    expect(await screen.findByText('Begin with https://, http://, mailto: or a slash.')).toBeTruthy();
    expect(sent('desktopRoutes:create')).toEqual([]);
    await userEvent.clear(screen.getByLabelText('Address'));
    await userEvent.type(screen.getByLabelText('Address'), 'https://docs.example.com');
    await userEvent.click(screen.getByLabelText('Open in a new tab'));
    await save();
    await waitFor(() =>
      expect(sent('desktopRoutes:create')[0]?.body).toEqual({
        type: 'link',
        title: 'Docs',
        parentId: null,
        options: { href: 'https://docs.example.com', openInNewWindow: true },
      }),
    );
  });

  it('keeps of a link what it does not know', async () => {
    const { sent } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit: Handbook' }));
    await userEvent.type(await screen.findByLabelText('Name of the entry'), ' 2');
    await save();
    await waitFor(() => expect(sent('desktopRoutes:update')).toHaveLength(1));
    expect(sent('desktopRoutes:update')[0]?.body).toEqual({
      title: 'Handbook 2',
      parentId: 1,
      options: { href: 'https://example.com', openInNewWindow: false, params: [1] },
    });
  });

  it('hides an entry, and on undo shows it again', async () => {
    const { sent, notices } = open();
    await userEvent.click(await screen.findByRole('switch', { name: 'In the menu: Handbook' }));
    await waitFor(() => expect(sent('desktopRoutes:update')[0]?.body).toEqual({ hideInMenu: true }));
    await waitFor(() => expect(notices.done).toHaveBeenCalled());
    notices.done.mock.calls[0]?.[1]?.run();
    await waitFor(() => expect(sent('desktopRoutes:update')[1]?.body).toEqual({ hideInMenu: false }));
  });

  it('moves an entry among its neighbours', async () => {
    const { sent } = open();
    const up = await screen.findByRole<HTMLButtonElement>('button', { name: 'Move up: Handbook' });
    expect(up.disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Move down: Handbook' }));
    await waitFor(() => expect(sent('desktopRoutes:move')).toHaveLength(1));
    expect(Object.fromEntries(sent('desktopRoutes:move')[0]?.params ?? [])).toEqual({
      sourceId: '2',
      targetId: '3',
      sortField: 'sort',
      method: 'insertAfter',
    });
  });

  it('asks before an entry goes with what is below it, and says when it stays', async () => {
    const { sent, notices } = open({ 'desktopRoutes:destroy': refusal(400, 'no') });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete: Company' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete Company?' });
    expect(within(dialog).getByText('Entries below it that go too: 2')).toBeTruthy();
    expect(within(dialog).getByText(/Pages go with everything/)).toBeTruthy();
    expect(sent('desktopRoutes:destroy')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(sent('desktopRoutes:destroy')[0]?.params.get('filterByTk')).toBe('1'));
    await waitFor(() => expect(notices.failed).toHaveBeenCalled());
  });

  it('is only looked at by those who may not arrange it', async () => {
    open({ 'roles:check': { role: 'a', roles: ['a'], snippets: ['pm.routes'], allowAll: false } });
    expect(await screen.findByText('You may see the menu, and not change it')).toBeTruthy();
    const buttons = screen.getAllByRole<HTMLButtonElement>('button', { name: /^(Edit|Delete|Move)/ });
    expect(buttons.every((button) => button.disabled)).toBe(true);
  });
});
