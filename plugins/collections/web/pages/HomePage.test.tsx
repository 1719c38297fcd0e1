import { renderInPlace } from '@pergola/plugin/testing';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CollectionMenu } from '../components/CollectionMenu';
import { HomePage } from './HomePage';

const users = { name: 'users', title: '{{t("Users")}}', from: 'db2cm', fields: [] };
const books = { name: 'books', title: 'Books', fields: [] };
const answer = (collections: unknown[]) => () => ({ data: collections });

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

  it('has a menu with the own collections alone', async () => {
    renderInPlace(<CollectionMenu isFolded={false} onChoose={() => undefined} />, answer([users, books]));
    expect(await screen.findByRole('link', { name: 'Books' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Users' })).toBeNull();
  });
});
