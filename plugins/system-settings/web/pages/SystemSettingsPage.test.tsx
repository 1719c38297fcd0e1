import { refusal, renderInPlace, rootRights, skipStyles } from '@pergola/plugin/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SystemSettingsPage } from './SystemSettingsPage';

skipStyles();

const settings = {
  id: 1,
  title: 'Acme',
  raw_title: 'Acme',
  enabledLanguages: ['en-US', 'ja-JP'],
  enableEditProfile: null,
  enableChangePassword: false,
};

function open(answerPut: unknown = { data: settings }) {
  return renderInPlace(<SystemSettingsPage />, ({ action }) => {
    if (action === 'systemSettings:put') {
      return answerPut;
    }
    return { data: action === 'roles:check' ? rootRights : settings };
  });
}

describe('The settings of the system', () => {
  it('are shown and saved together', async () => {
    const { asked, notices } = open();
    const name = await screen.findByLabelText('Name of the app');
    expect(screen.getByText('ja-JP')).toBeTruthy();
    expect(screen.getByRole('switch', { name: 'Allow edit profile' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('switch', { name: 'Allow change password' }).getAttribute('aria-checked')).toBe('false');
    await userEvent.clear(name);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The app needs a name.')).toBeTruthy();
    await userEvent.type(name, 'Shop');
    await userEvent.click(screen.getByRole('switch', { name: 'Allow edit profile' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(notices.done).toHaveBeenCalledWith('Saved'));
    expect(asked.find((one) => one.action === 'systemSettings:put')?.body).toEqual({
      raw_title: 'Shop',
      enabledLanguages: ['en-US', 'ja-JP'],
      enableEditProfile: false,
      enableChangePassword: false,
    });
  });

  it('keep what was typed when the server refuses', async () => {
    open(refusal(400, 'title is required'));
    await userEvent.type(await screen.findByLabelText('Name of the app'), '!');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('title is required')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name of the app').value).toBe('Acme!');
  });

  it('lead to what has its own page', async () => {
    open();
    expect((await screen.findByRole('link', { name: 'Signing up and sessions' })).getAttribute('href')).toBe('/admin/settings/security');
  });
});
