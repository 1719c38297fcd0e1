import { renderInPlace, skipStyles } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ApplyTheme } from '../apply/ApplyTheme';
import type { Theme } from '../theme';
import { LookPage } from './LookPage';
import { ThemesPage } from './ThemesPage';

skipStyles();
afterEach(() => localStorage.clear());

const builtIn: Theme = { id: 3, uid: 'compact', config: { name: 'Compact' }, optional: true, isBuiltIn: true, default: true };
const sea: Theme = {
  id: 7,
  uid: 'sea',
  config: { name: 'Sea', token: { colorPrimary: '#003366', lineWidth: 2 } },
  optional: true,
  isBuiltIn: false,
  default: false,
};
const user = { id: 1, nickname: 'Ada', systemSettings: { themeId: 7 } };

const open = (content: React.ReactNode, themes: Theme[] = [builtIn, sea], who: unknown = user) =>
  renderInPlace(content, ({ action }) => ({ data: action === 'auth:check' ? who : action === 'themeConfig:list' ? themes : {} }));

describe('Themes', () => {
  it('are made, keep what the form does not know, and warn of what cannot be read', async () => {
    const { asked } = open(<ThemesPage />);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Sea' }));
    const name = await screen.findByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'Deep sea');
    await userEvent.click(screen.getByRole('switch', { name: 'Compact' }));
    await userEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);
    await waitFor(() => expect(asked.some((one) => one.action === 'themeConfig:update')).toBe(true));
    expect(asked.find((one) => one.action === 'themeConfig:update')?.body).toEqual({
      config: { name: 'Deep sea', algorithm: ['compactAlgorithm'], token: { colorPrimary: '#003366', lineWidth: 2 } },
      optional: true,
    });
  });

  it('warn while they are changed', async () => {
    open(<ThemesPage />, [builtIn, { ...sea, config: { name: 'Pale', token: { colorPrimary: '#ffee88' } } }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit Pale' }));
    expect(await screen.findByText('Hard to read')).toBeTruthy();
  });

  it('are deleted and brought back; the default and the built-in stay', async () => {
    const { asked, notices } = open(<ThemesPage />);
    const card = within(await screen.findByRole('article', { name: 'Pergola' }));
    expect(card.queryByRole('button', { name: /Delete|Edit/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Delete Sea' }));
    await waitFor(() => expect(notices.done).toHaveBeenCalled());
    notices.done.mock.calls[0]?.[1]?.run();
    await waitFor(() => expect(asked.find((one) => one.action === 'themeConfig:create')?.body).toEqual({ config: sea.config, optional: true }));
  });

  it('are opened from a file, and a file that is none is refused', async () => {
    const { notices } = open(<ThemesPage />);
    const input = await screen.findByLabelText('File with a theme');
    await userEvent.upload(input, new File(['[]'], 'list.json', { type: 'application/json' }));
    await waitFor(() => expect(notices.failed).toHaveBeenCalledWith('list.json is no theme', expect.anything()));
    await userEvent.upload(input, new File(['{"token":{"colorPrimary":"#aa0000"}}'], 'Red.json', { type: 'application/json' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('Red');
  });
});

describe('The look of somebody', () => {
  it('is what they chose while they may, else the default', async () => {
    const kept = () => JSON.parse(localStorage.getItem('PERGOLA_LOOK') ?? 'null') as { accent?: string } | null;
    const first = open(<ApplyTheme />);
    await waitFor(() => expect(kept()?.accent).toBe('#003366'));
    first.unmount();
    open(<ApplyTheme />, [builtIn, { ...sea, optional: false }]);
    await waitFor(() => expect(kept()).toBeNull());
  });

  it('is chosen on their page', async () => {
    const { asked } = open(<LookPage />, [builtIn, sea], { ...user, systemSettings: {} });
    await userEvent.click(await screen.findByRole('radio', { name: 'Sea' }));
    await waitFor(() => expect(asked.find((one) => one.action === 'users:updateTheme')?.body).toEqual({ themeId: 7 }));
  });
});
