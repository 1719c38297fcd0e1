import { refusal, renderInPlace, rootRights, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { MenuTab } from './MenuTab';

skipStyles();

const routes = [
  { id: 1, parentId: null, title: 'Company', type: 'group' },
  { id: 2, parentId: 1, title: 'Handbook', type: 'link', options: { href: 'https://example.com' } },
  { id: 3, parentId: 1, title: 'Orders', type: 'flowPage' },
  { id: 4, parentId: 3, title: null, type: 'tabs', hidden: true },
  { id: 5, parentId: null, title: 'Status', type: 'link', options: { href: 'https://status.example.com' } },
];

function open(answers: Record<string, unknown> = {}, name = 'clerk') {
  const known: Record<string, unknown> = {
    'desktopRoutes:list': routes,
    'roles/clerk/desktopRoutes:list': [{ id: 1 }, { id: 2 }],
    'roles:check': rootRights,
    ...answers,
  };
  const place = renderInPlace(<MenuTab role={{ name, title: 'Clerk' }} />, ({ action }: AskedRequest) => {
    const given = known[action];
    return given instanceof Response ? given.clone() : { data: given ?? {} };
  });
  const sent = (action: string) => place.asked.filter((one) => one.method === 'POST' && one.action === action);
  return { ...place, sent };
}
const item = (name: RegExp) => screen.findByRole('treeitem', { name });

describe('The menu of a role', () => {
  it('is ticked where the role sees it, and groups say how much of them', async () => {
    open();
    expect((await item(/Company/)).ariaChecked).toBe('mixed');
    expect((await item(/Handbook/)).ariaChecked).toBe('true');
    expect((await item(/Orders/)).ariaChecked).toBe('false');
    expect(screen.getAllByRole('treeitem')).toHaveLength(4);
  });

  it('is given as a whole, and on undo taken again', async () => {
    const { sent, notices } = open();
    await userEvent.click(await item(/Company/));
    expect((await item(/Company/)).ariaChecked).toBe('true');
    await waitFor(() => expect(sent('roles/clerk/desktopRoutes:add')[0]?.body).toEqual(['3']));
    await waitFor(() => expect(notices.done).toHaveBeenCalled());
    notices.done.mock.calls[0]?.[1]?.run();
    await waitFor(() => expect(sent('roles/clerk/desktopRoutes:remove')[0]?.body).toEqual(['3']));
    await waitFor(async () => expect((await item(/Company/)).ariaChecked).toBe('mixed'));
  });

  it('is taken with a group that would be left empty', async () => {
    const { sent } = open();
    await userEvent.click(await item(/Handbook/));
    await waitFor(() => expect(sent('roles/clerk/desktopRoutes:remove')[0]?.body).toEqual(['2', '1']));
  });

  it('is walked, opened and ticked with the keys, and searched', async () => {
    const { sent } = open();
    (await item(/Company/)).focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getAllByRole('treeitem')).toHaveLength(2);
    await userEvent.keyboard('{ArrowRight}{End} ');
    await waitFor(() => expect(sent('roles/clerk/desktopRoutes:add')[0]?.body).toEqual(['5']));
    await userEvent.type(screen.getByLabelText('Search the menu'), 'hand');
    expect(screen.getAllByRole('treeitem')).toHaveLength(2);
    await userEvent.type(screen.getByLabelText('Search the menu'), 'x');
    expect(screen.getByText('No entry has this name')).toBeTruthy();
  });

  it('goes back to what it was when the server refuses', async () => {
    const { notices } = open({ 'roles/clerk/desktopRoutes:add': refusal(403, 'No permissions') });
    await userEvent.click(await item(/Status/));
    await waitFor(() => expect(notices.failed).toHaveBeenCalled());
    await waitFor(async () => expect((await item(/Status/)).ariaChecked).toBe('false'));
  });

  it('may grow by itself', async () => {
    const { sent } = open();
    await userEvent.click(await screen.findByRole('switch', { name: 'New entries are visible to this role' }));
    await waitFor(() => expect(sent('roles:update')[0]?.body).toEqual({ allowNewMenu: true }));
  });

  it('is empty before there is a menu, and whole for the role that sees everything', async () => {
    const { unmount } = open({ 'desktopRoutes:list': [] });
    expect(await screen.findByText('The menu has no entries yet')).toBeTruthy();
    unmount();
    open({}, 'root');
    expect(await screen.findByText('This role sees the whole menu')).toBeTruthy();
  });
});
