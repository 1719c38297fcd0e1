import { renderInPlace } from '@pergola/plugin/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LoadedContext, type EnabledPlugin, type Loaded } from '../loaded';
import { PluginsLine } from './PluginsLine';

const greeting = { name: 'greeting', module: '/static/plugins/Acme.Greeting/index.js?hash=1' };

function open(then: readonly EnabledPlugin[], loaded: Partial<Loaded> = {}) {
  const value = { plugins: [], enabled: [{ name: 'users' }, greeting], failed: [], isWaiting: false, ...loaded };
  const place = renderInPlace(
    <LoadedContext value={value}>
      <PluginsLine />
    </LoadedContext>,
    () => ({ data: then }),
  );
  const hear = () =>
    act(() => place.api.socket.receive(JSON.stringify({ type: 'maintaining', payload: { code: 'APP_RUNNING' } })));
  return { ...place, hear };
}

describe('The line about plugins', () => {
  it.each([
    ['is there no more', [{ name: 'users' }]],
    ['is another version', [{ name: 'users' }, { ...greeting, module: '/static/plugins/Acme.Greeting/index.js?hash=2' }]],
    ['came with the client and is on now', [{ name: 'users' }, { name: 'departments' }, greeting]],
  ])('asks to load the page again when a web part %s', async (_, then) => {
    const { hear } = open(then);
    expect(screen.queryByRole('button')).toBeNull();
    hear();
    expect(await screen.findByText('Plugins have changed. Load the page again to use them.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Load again' })).toBeTruthy();
  });

  it('says nothing of changes that are none for a browser', async () => {
    const { asked, hear } = open([greeting, { name: 'users' }, { name: 'logger' }]);
    hear();
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('names what could not be loaded', () => {
    open([], { failed: ['greeting'] });
    expect(screen.getByText('The web part of greeting could not be loaded. Everything else works.')).toBeTruthy();
  });
});
