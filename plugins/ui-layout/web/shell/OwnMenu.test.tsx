import { renderInPlace, skipStyles } from '@pergola/plugin/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OwnMenu } from './OwnMenu';

skipStyles();
beforeEach(() => localStorage.clear());

const link = (id: number, title: string, href: unknown, more: object = {}) => ({
  id,
  parentId: null,
  title,
  type: 'link',
  options: { href },
  ...more,
});
const routes = [
  { id: 1, parentId: null, title: 'Company', type: 'group' },
  link(2, 'Handbook', 'https://example.com', {
    parentId: 1,
    options: { href: 'https://example.com', openInNewWindow: true },
  }),
  link(3, 'Users', '/admin/settings/users', { parentId: 1 }),
  link(4, 'Evil', 'javascript:alert(1)'),
  link(5, 'Odd', 7),
  link(6, 'Hidden', 'https://example.com', { hideInMenu: true }),
  { id: 7, parentId: null, title: 'Empty', type: 'group' },
  { id: 8, parentId: null, title: 'Page', type: 'flowPage' },
];
const open = (data: unknown, isFolded = false) => {
  const onChoose = vi.fn<() => void>();
  return { onChoose, ...renderInPlace(<OwnMenu isFolded={isFolded} onChoose={onChoose} />, () => ({ data })) };
};

describe('The menu on the left', () => {
  it('has the links that lead somewhere, in their groups', async () => {
    const { onChoose, router } = open(routes);
    const handbook = await screen.findByRole('link', { name: /Handbook/ });
    expect(handbook.getAttribute('href')).toBe('https://example.com');
    expect(handbook.getAttribute('target')).toBe('_blank');
    expect(handbook.getAttribute('rel')).toBe('noopener noreferrer');
    expect(screen.getAllByRole('link')).toHaveLength(2);
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Company']);
    await userEvent.click(screen.getByRole('link', { name: 'Users' }));
    expect(router.state.location.pathname).toBe('/admin/settings/users');
    expect(onChoose).toHaveBeenCalled();
  });

  it('opens and closes its groups, and remembers it', async () => {
    const { unmount } = open(routes);
    await userEvent.click(await screen.findByRole('button', { name: 'Company' }));
    expect(screen.getByRole('button', { name: 'Company' }).ariaExpanded).toBe('false');
    unmount();
    open(routes);
    expect((await screen.findByRole('button', { name: 'Company' })).ariaExpanded).toBe('false');
  });

  it('has only its links while it is narrow', async () => {
    open(routes, true);
    expect(await screen.findByRole('link', { name: 'Handbook' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not there while nothing is in it', async () => {
    const { container, asked } = open([]);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    expect(container.querySelector('ul, h2')).toBeNull();
  });
});
