import { PluginsContext, type WebPlugin } from '@pergola/plugin';
import { renderInPlace, rootRights, skipStyles } from '@pergola/plugin/testing';
import { PluginsIcon } from '@pergola/ui';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Palette } from './Palette';

skipStyles();

const shelves: WebPlugin = {
  name: 'shelves',
  menu: [{ title: 'Shelves', path: '/admin/settings/shelves', area: 'settings', icon: PluginsIcon, snippet: 'pm.shelves' }],
};

function open() {
  const onClose = vi.fn();
  let allow = () => {};
  const rights = new Promise<unknown>((known) => {
    allow = () => known(rootRights);
  });
  const place = renderInPlace(
    <PluginsContext value={[shelves]}>
      <Palette onClose={onClose} />
    </PluginsContext>,
    async ({ action }) => ({ data: action === 'roles:check' ? await rights : [] }),
  );
  return { ...place, onClose, allow: () => allow(), input: screen.getByRole('combobox', { name: 'Search' }) };
}

describe('The palette', () => {
  it('goes where somebody wanted to before it was known what there is', async () => {
    const { input, router, onClose, allow } = open();
    await userEvent.type(input, 'shel{Enter}');
    expect(onClose).not.toHaveBeenCalled();
    allow();
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin/settings/shelves'));
    expect(onClose).toHaveBeenCalled();
  });

  it('stays when they have typed on since', async () => {
    const { input, router, onClose, allow } = open();
    await userEvent.type(input, 'sh{Enter}el');
    allow();
    await screen.findByRole('option', { name: /Shelves/ });
    expect(onClose).not.toHaveBeenCalled();
    expect(router.state.location.pathname).toBe('/');
  });
});
