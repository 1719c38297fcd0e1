import type { CollectionDefinition } from '@pergola/api';
import { describe, expect, it } from 'vitest';
import { reachOf, withinReach } from './access';
import type { Rights } from './rights';

const clerk = (more: Partial<Rights> = {}): Rights => ({
  role: 'clerk',
  roles: ['clerk'],
  snippets: ['!pm', '!pm.*'],
  allowAll: false,
  strategy: { actions: ['view', 'update:own'] },
  resources: ['orders'],
  actions: {
    'orders:view': { fields: ['id', 'number', 'total'], appends: ['customer'], filter: { sellerId: 1 } },
    'orders:create': { whitelist: ['number'] },
    'orders:update': {},
  },
  ...more,
});

describe('How far somebody may go', () => {
  it('follows the rules of a collection, and nothing else where it has some', () => {
    const rights = clerk();
    expect(reachOf(rights, 'orders', 'view')).toEqual({
      fields: new Set(['id', 'number', 'total', 'customer']),
      isLimited: true,
    });
    expect(reachOf(rights, 'orders', 'create')).toEqual({ fields: new Set(['number']), isLimited: false });
    expect(reachOf(rights, 'orders', 'update')).toEqual({ fields: null, isLimited: false });
    expect(reachOf(rights, 'orders', 'destroy')).toBeNull();
  });

  it('follows the strategy elsewhere', () => {
    const rights = clerk();
    expect(reachOf(rights, 'books', 'view')).toEqual({ fields: null, isLimited: false });
    expect(reachOf(rights, 'books', 'update')).toEqual({ fields: null, isLimited: true });
    expect(reachOf(rights, 'books', 'create')).toBeNull();
    expect(reachOf(clerk({ strategy: { actions: ['*'] } }), 'books', 'destroy')).not.toBeNull();
  });

  it('ends before accounts and roles, whatever the strategy says', () => {
    expect(reachOf(clerk({ strategy: { actions: ['*'] } }), 'users', 'update')).toBeNull();
    expect(reachOf(clerk({ snippets: ['pm.users'] }), 'users', 'update')).not.toBeNull();
    expect(reachOf(clerk({ snippets: ['pm.users'] }), 'roles', 'update')).toBeNull();
  });

  it('has no end for root', () => {
    expect(reachOf(clerk({ allowAll: true }), 'orders', 'destroy')).toEqual({ fields: null, isLimited: false });
  });
});

describe('Collections within reach', () => {
  const field = (name: string) => ({ name, type: 'string' });
  const collections: CollectionDefinition[] = [
    { name: 'orders', fields: [field('number'), field('total'), field('margin')] },
    { name: 'books', fields: [field('title')] },
    { name: 'roles', fields: [field('name')] },
  ];

  it('have the fields that may be seen, marked with what may be done', () => {
    const [orders, books, ...others] = withinReach(collections, clerk({ strategy: { actions: [] }, resources: ['orders', 'roles'] }));
    expect(orders?.access).toEqual({ create: true, update: true, destroy: false, isUpdateLimited: false });
    expect(orders?.fields?.map(({ name, access }) => [name, access])).toEqual([
      ['number', { create: true, update: true }],
      ['total', { create: false, update: true }],
    ]);
    expect(books).toBeUndefined();
    expect(others).toEqual([]);
  });

  it('are what they are for root', () => {
    expect(withinReach(collections, clerk({ allowAll: true }))).toEqual(collections);
  });
});
