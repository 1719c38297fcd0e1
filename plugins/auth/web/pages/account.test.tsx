import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ApiKeysPage } from './ApiKeysPage';
import { PasswordPage } from './PasswordPage';
import { SecurityPage } from './SecurityPage';
import { SessionsPage } from './SessionsPage';

skipStyles();

function open(page: ReactNode, answers: Record<string, unknown>) {
  const answer = ({ action }: AskedRequest) => {
    const given = answers[action];
    return given instanceof Response ? given.clone() : { data: given ?? [] };
  };
  const place = renderInPlace(page, answer);
  const sent = (action: string) => place.asked.filter((one) => one.method === 'POST' && one.action === action);
  return { ...place, sent };
}

describe('A new password', () => {
  const type = async (old: string, next: string, again: string) => {
    await userEvent.type(screen.getByLabelText('Present password'), old);
    await userEvent.type(screen.getByLabelText('New password'), next);
    await userEvent.type(screen.getByLabelText('New password again'), again);
    await userEvent.keyboard('{Enter}');
  };

  it('is typed twice, and ends the session only when the person says so', async () => {
    const { sent, api } = open(<PasswordPage />, { 'auth:changePassword': {} });
    await type('old', 'new', 'mew');
    expect(await screen.findByText('The password is inconsistent, please re-enter')).toBeTruthy();
    expect(sent('auth:changePassword')).toEqual([]);
    await userEvent.type(screen.getByLabelText('New password again'), '{Backspace}{Backspace}{Backspace}new{Enter}');
    expect(await screen.findByText('Your password is changed')).toBeTruthy();
    expect(sent('auth:changePassword')[0]?.body).toEqual({ oldPassword: 'old', newPassword: 'new', confirmPassword: 'new' });
    expect(api.session.state).toBe('active');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(api.session.state).toBe('signedOut');
  });

  it('is refused beside the old one when that is wrong, and nobody is signed out', async () => {
    const { api } = open(<PasswordPage />, { 'auth:changePassword': refusal(401, 'The password is incorrect') });
    await type('odd', 'new', 'new');
    expect(await screen.findByText('The password is incorrect')).toBeTruthy();
    expect(api.session.state).toBe('active');
    expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe('new');
  });
});

describe('API keys', () => {
  const answers = {
    'auth:check': { id: 1, roles: [{ name: 'admin', title: 'Admin' }] },
    'apiKeys:list': [{ id: 5, name: 'Shop', roleName: 'admin', expiresIn: 'never', createdAt: '2026-01-01T00:00:00Z' }],
    'apiKeys:create': { token: 'secret-token' },
  };

  it('are made for a role and shown once', async () => {
    const { sent } = open(<ApiKeysPage />, answers);
    await screen.findByText('Shop');
    await userEvent.click(screen.getByRole('button', { name: /New API key/ }));
    await userEvent.type(await screen.findByLabelText('Name'), 'Report');
    await userEvent.click(screen.getByRole('combobox', { name: 'Role' }));
    await userEvent.click(await screen.findByTitle('Admin'));
    await userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);
    const shown = await screen.findByLabelText<HTMLInputElement>('Your new API key', { selector: 'input' });
    expect(shown.value).toBe('secret-token');
    expect(sent('apiKeys:create')[0]?.body).toEqual({ name: 'Report', role: { name: 'admin' }, expiresIn: '30d' });
    await userEvent.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => expect(screen.queryByDisplayValue('secret-token')).toBeNull());
  });

  it('are deleted after a question', async () => {
    const { sent } = open(<ApiKeysPage />, answers);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete Shop' }));
    expect(sent('apiKeys:destroy')).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(sent('apiKeys:destroy')[0]?.params.get('filterByTk')).toBe('5'));
  });
});

describe('Sessions', () => {
  const session = { signInTime: 1_790_000_000_000, issuedTime: 1_790_000_000_000, address: '10.0.0.7' };
  const answers = {
    'auth:listSessions': [
      { ...session, id: 'here', userAgent: 'curl/8.5.0', isCurrent: true },
      { ...session, id: 'there', userAgent: null, isCurrent: false },
    ],
  };

  it('are named, and all but the own one can be ended', async () => {
    const { sent } = open(<SessionsPage />, answers);
    expect((await screen.findByText('curl')).parentElement?.textContent).toContain('This one');
    expect(screen.queryByRole('button', { name: 'End the session curl' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'End the session Unknown device' }));
    await waitFor(() => expect(sent('auth:endSession')[0]?.body).toEqual({ id: 'there' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere else' }));
    await waitFor(() => expect(sent('auth:endOtherSessions')).toHaveLength(1));
  });
});

describe('The token policy', () => {
  const config = { tokenExpirationTime: '1d', sessionExpirationTime: '7d', expiredTokenRenewLimit: '1d', other: 1 };

  it('is three times that fit each other', async () => {
    const { sent } = open(<SecurityPage />, { 'tokenControlConfig:get': { config } });
    await userEvent.click(await screen.findByRole('button', { name: 'Session: 12 hours' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('A token cannot outlive its session. Choose a shorter time.')).toBeTruthy();
    expect(sent('tokenControlConfig:update')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Token: 30 minutes' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent('tokenControlConfig:update')[0]?.body).toEqual({
        config: { ...config, sessionExpirationTime: '12h', tokenExpirationTime: '30m' },
      }),
    );
  });

  it('says what the server refuses beside its field', async () => {
    const no = refusal(400, '"expiredTokenRenewLimit" must be a time such as 30m, 6h or 7d');
    open(<SecurityPage />, { 'tokenControlConfig:get': { config }, 'tokenControlConfig:update': no });
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This must be a time such as 30m, 6h or 7d')).toBeTruthy();
  });
});
