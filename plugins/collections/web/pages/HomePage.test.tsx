import { renderInPlace, rootRights, type AskedRequest } from '@pergola/plugin/testing';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CollectionMenu } from '../components/CollectionMenu';
import { HomePage } from './HomePage';

const users = { name: 'users', title: '{{t("Users")}}', from: 'db2cm', fields: [] };
const books = { name: 'books', title: 'Books', fields: [] };
const clerk = { ...rootRights, role: 'clerk', allowAll: false, strategy: { actions: [] } };
const answer =
  (collections: unknown[], rights: object = rootRights) =>
  ({ action }: AskedRequest) => ({ data: action === 'roles:check' ? rights : collections });

describe('The start page', () => {
  it('welcomes while there is nothing but what the system keeps', async () => {
    renderInPlace(<HomePage />, answer([users]));
    expect(await screen.findByRole('heading', { name: 'Welcome' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Load the example data' })).toBeTruthy();
  });

  it('shows the own collections first and those of the system apart', async () => {
    renderInPlace(<HomePage />, answer([users, books]));
    const own = await screen.findByRole('link', { name: /Books/ });
    const system = screen.getByRole('region', { name: 'Kept by the system' });
    expect(system.textContent).toContain('Users');
    expect(system.contains(own)).toBe(false);
  });

  it('offers nothing that a role does not open', async () => {
    renderInPlace(<HomePage />, answer([users, books], clerk));
    expect(await screen.findByRole('heading', { name: 'Nothing is here for you yet' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows what a role opens, and no settings', async () => {
    const rights = { ...clerk, resources: ['books'], actions: { 'books:view': {} } };
    renderInPlace(<HomePage />, answer([users, books], rights));
    expect(await screen.findByRole('link', { name: /Books/ })).toBeTruthy();
    expect(screen.queryByText('Users')).toBeNull();
  });

  it('has a menu with the own collections alone', async () => {
    renderInPlace(<CollectionMenu isFolded={false} onChoose={() => undefined} />, answer([users, books]));
    expect(await screen.findByRole('link', { name: 'Books' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Users' })).toBeNull();
  });
});
