import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ApiKeysPage } from './ApiKeysPage';
import { PasswordPage } from './PasswordPage';
import { SecurityPage } from './SecurityPage';
import { SessionsPage } from './SessionsPage';
import { SignUpPage } from './SignUpPage';

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

describe('Ways to sign in', () => {
  const basic = {
    id: 1,
    name: 'basic',
    authType: 'Email/Password',
    title: null,
    enabled: true,
    description: '',
    options: { public: { allowSignUp: false, logo: 'x' }, secret: 'y' },
  };
  const answers = {
    'roles:check': { role: 'root', roles: ['root'], snippets: [], allowAll: true },
    'authenticators:list': [basic],
    'tokenControlConfig:get': { config: {} },
  };

  it('let people sign up, and keep the settings that nobody sees', async () => {
    const { sent } = open(<SecurityPage />, answers);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit basic' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Let people sign up' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Username' }));
    await userEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);
    expect(await screen.findByText(/Require the username or the email/)).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Email' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Email is required' }));
    await userEvent.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);
    await waitFor(() => expect(sent('authenticators:update')).toHaveLength(1));
    const body = sent('authenticators:update')[0]?.body as { options: Record<string, Record<string, unknown>> };
    expect(body.options).toMatchObject({ secret: 'y', public: { logo: 'x', allowSignUp: true } });
    expect(body.options['public']?.['signupForm']).toContainEqual({ field: 'email', show: true, required: true });
  });

  it('say why the last one stays on', async () => {
    const no = refusal(400, 'Please keep and enable at least one authenticator');
    const { notices } = open(<SecurityPage />, { ...answers, 'authenticators:update': no });
    await userEvent.click(await screen.findByRole('switch', { name: 'basic is switched on' }));
    await waitFor(() => expect(notices.failed).toHaveBeenCalledWith('Not saved', expect.anything()));
  });
});

describe('Signing up', () => {
  const options = { allowSignUp: true, signupForm: [{ field: 'username', show: true, required: true }] };

  it('makes an account and signs in with it', async () => {
    const { sent, api } = open(<SignUpPage />, {
      'authenticators:publicList': [{ name: 'basic', title: null, options }],
      'auth:signIn': { user: { id: 2 }, token: 'fresh' },
    });
    api.session.end();
    await userEvent.type(await screen.findByLabelText('Username'), 'eva');
    await userEvent.type(screen.getByLabelText('Password'), 'secret-1');
    await userEvent.type(screen.getByLabelText('Password again'), 'secret-2{Enter}');
    expect(await screen.findByText('The password is inconsistent, please re-enter')).toBeTruthy();
    expect(sent('auth:signUp')).toEqual([]);
    await userEvent.clear(screen.getByLabelText('Password again'));
    await userEvent.type(screen.getByLabelText('Password again'), 'secret-1{Enter}');
    await waitFor(() => expect(sent('auth:signIn')[0]?.body).toEqual({ account: 'eva', password: 'secret-1' }));
    const values = { username: 'eva', password: 'secret-1', confirm_password: 'secret-1' };
    expect(sent('auth:signUp')[0]?.body).toEqual(values);
  });

  it('says who makes accounts where nobody can', async () => {
    const closed = { ...options, allowSignUp: false };
    const { api } = open(<SignUpPage />, { 'authenticators:publicList': [{ name: 'basic', title: null, options: closed }] });
    api.session.end();
    expect(await screen.findByText(/Ask one of them for yours/)).toBeTruthy();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });
});

describe('The token policy', () => {
  const rights = { 'roles:check': { role: 'r', roles: ['r'], snippets: ['pm.security.token-policy'], allowAll: false } };
  const config = { tokenExpirationTime: '1d', sessionExpirationTime: '7d', expiredTokenRenewLimit: '1d', other: 1 };

  it('is three times that fit each other', async () => {
    const { sent } = open(<SecurityPage />, { ...rights, 'tokenControlConfig:get': { config } });
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
    open(<SecurityPage />, { ...rights, 'tokenControlConfig:get': { config }, 'tokenControlConfig:update': no });
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This must be a time such as 30m, 6h or 7d')).toBeTruthy();
  });
});
