import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { library } from '../model/library.fixture';
import { PluginsPage } from './PluginsPage';

skipStyles();

type Other = (request: AskedRequest) => unknown;

const open = (path = '/', other: Other = () => ({ data: 'ok' }), allowsAdding = true) =>
  renderInPlace(
    <PluginsPage />,
    (request) => {
      switch (request.action) {
        case 'pm:list':
          return { data: library };
        case 'pm:feed':
          return { data: { isThere: true, allowsAdding, packages: [hello] } };
        case 'pm:npmVersionList':
          return { data: ['2.0.0', '1.0.0'] };
        default:
          return other(request);
      }
    },
    path,
  );
const hello = { packageName: 'acme.hello', version: '2.0.0', title: 'Hello', description: 'Says it.', authors: 'Acme' };
const card = async (name: string) =>
  (await screen.findByRole('button', { name: `Details of ${name}` })).closest('li') as HTMLElement;
const changes = (asked: AskedRequest[]) => asked.filter((one) => one.method === 'POST');

describe('The plugins', () => {
  it('are switched where they have a switch, and say why where they have none', async () => {
    open();
    expect(within(await card('Books')).getByRole<HTMLButtonElement>('switch', { name: 'Books' }).ariaChecked).toBe('true');
    const users = await card('Users');
    expect(within(users).queryByRole('switch')).toBeNull();
    expect(within(users).getByText(/Always on/)).toBeTruthy();
    expect(screen.queryByText('Maps')).toBeNull();
    expect(within(await card('Greeting')).getByText('Its hash is another')).toBeTruthy();
  });

  it('are found by words and by what they are, which the address keeps', async () => {
    const { router } = open('/?show=absent');
    expect(within(await card('Maps')).getByText(/Not in this version\./)).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Search plugins'), 'zzz');
    expect(await screen.findByText('No such plugins')).toBeTruthy();
    expect(router.state.location.search).toBe('?show=absent&search=zzz');
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await card('Books');
    expect(router.state.location.search).toBe('');
  });

  it('are not added where the server does not let anybody', async () => {
    open('/', undefined, false);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a plugin' }));
    expect(await screen.findByText(/has set DISABLE_PM_ADD/)).toBeTruthy();
    expect(screen.queryByLabelText('Package')).toBeNull();
  });

  it('ask before they take others with them, and go together', async () => {
    const { asked, notices } = open();
    await userEvent.click(within(await card('Books')).getByRole('switch'));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Also switches off: Loans, Fines')).toBeTruthy();
    expect(changes(asked)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Switch all off' }));
    await waitFor(() => expect(notices.done).toHaveBeenCalledWith('Books is off'));
    expect(changes(asked).map(({ action, params }) => [action, params.get('filterByTk'), params.get('awaitResponse')])).toEqual([
      ['pm:disable', 'books,loans,fines', 'true'],
    ]);
  });

  it('keep why they were not switched, until it is tried again', async () => {
    open('/', () => refusal(400, 'Failed to enable plugin: It throws'));
    await userEvent.click(within(await card('Greeting')).getByRole('switch'));
    expect(await within(await card('Greeting')).findByText('Failed to enable plugin: It throws')).toBeTruthy();
    await userEvent.click(within(await card('Greeting')).getByRole('button', { name: 'Close' }));
    expect(within(await card('Greeting')).queryByText('Failed to enable plugin: It throws')).toBeNull();
  });

  it('show what the server is doing, in its words', async () => {
    const { api } = open();
    await card('Books');
    const say = (code: string, message: string) =>
      act(() => api.socket.receive(JSON.stringify({ type: 'maintaining', payload: { code, message } })));
    say('APP_COMMANDING', 'Switching on loans');
    expect(screen.getByRole('status').textContent).toContain('Switching on loans');
    say('APP_RUNNING', 'application main is running');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('can be asked for again when they could not be read', async () => {
    let isBroken = true;
    renderInPlace(<PluginsPage />, () => (isBroken ? refusal(403, 'No permissions') : { data: library }));
    expect(await screen.findByText('No permissions')).toBeTruthy();
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await card('Books');
  });
});

describe('The details of a plugin', () => {
  it('lead to what it needs and what needs it', async () => {
    const { router } = open('/?plugin=loans');
    const drawer = await screen.findByRole('dialog');
    const list = (name: string) => within(drawer).getByRole('list', { name });
    expect(within(list('Needs')).getByRole('button').textContent).toBe('Books');
    expect(within(list('Needed by')).getByRole('button').textContent).toBe('Fines');
    await userEvent.click(within(list('Needs')).getByRole('button'));
    expect(router.state.location.search).toBe('?plugin=books');
  });

  it('remove a package after asking, and say what stays', async () => {
    const { asked, router } = open('/?plugin=greeting');
    const drawer = await screen.findByRole('dialog');
    expect(within(drawer).getByRole('link').getAttribute('href')).toBe('https://acme.example/greeting');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/Its tables and their records stay/)).toBeTruthy();
    await userEvent.click(screen.getAllByRole('button', { name: 'Remove' }).at(-1) as HTMLElement);
    await waitFor(() => expect(router.state.location.search).toBe(''));
    expect(changes(asked)[0]?.action).toBe('pm:remove');
    expect(changes(asked)[0]?.params.get('filterByTk')).toBe('greeting');
  });
});

describe('A new plugin', () => {
  it('is uploaded', async () => {
    const { asked, notices } = open();
    await userEvent.click(await screen.findByRole('button', { name: /Add a plugin/ }));
    const file = new File(['PK'], 'acme.nupkg');
    await userEvent.upload(await screen.findByLabelText('Package'), file);
    await waitFor(() => expect(notices.done).toHaveBeenCalledWith('Added. Switch it on to use it.'));
    expect(changes(asked)[0]?.action).toBe('pm:add');
    const form = changes(asked)[0]?.body;
    expect(form instanceof FormData && form.get('file')).toMatchObject({ name: 'acme.nupkg' });
  });

  it('says why it was not taken, and stays open', async () => {
    open('/', () => refusal(400, 'Failed to add plugin: It is no package'));
    await userEvent.click(await screen.findByRole('button', { name: /Add a plugin/ }));
    await userEvent.upload(await screen.findByLabelText('Package'), new File(['x'], 'x.nupkg'));
    expect(await screen.findByText('Failed to add plugin: It is no package')).toBeTruthy();
  });

  it('comes from the feed in the version that is chosen', async () => {
    const { asked } = open();
    await userEvent.click(await screen.findByRole('button', { name: /Add a plugin/ }));
    await userEvent.click(await screen.findByLabelText('Version of Hello'));
    await userEvent.click(await screen.findByTitle('1.0.0'));
    await userEvent.click(screen.getByRole('button', { name: 'Add Hello' }));
    await waitFor(() => expect(changes(asked)[0]?.body).toEqual({ packageName: 'acme.hello', version: '1.0.0' }));
  });
});
