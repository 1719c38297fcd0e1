import { refusal, testClient } from '@pergola/plugin/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPlugins } from './loadPlugins';
import { plugins as builtIn } from './plugins';

const names = (plugins: readonly { name: string }[]) => plugins.map(({ name }) => name);
const on = (...more: { name: string; module?: unknown }[]) => () => ({
  data: [...names(builtIn).map((name) => ({ name })), ...more],
});
const greeting = { name: 'greeting', module: '/static/plugins/Acme.Greeting/index.js?hash=1' };

beforeEach(() => {
  vi.stubGlobal('reportError', vi.fn());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('The plugins a client starts with', () => {
  it('are those that came with it and are on, and those of modules', async () => {
    const load = vi.fn(async () => ({ default: { name: 'greeting', routes: [] } }));
    const loaded = await loadPlugins(testClient(on(greeting)).api, load);
    expect(load).toHaveBeenCalledWith('/static/plugins/Acme.Greeting/index.js?hash=1');
    expect(names(loaded.plugins)).toEqual([...names(builtIn), 'greeting']);
    expect(loaded.failed).toEqual([]);
  });

  it('leave out what is off', async () => {
    const { api } = testClient(() => ({ data: [{ name: 'users' }, { name: 'workflow' }] }));
    expect(names((await loadPlugins(api)).plugins)).toEqual(['users']);
  });

  it('are asked for without a session', async () => {
    const { api, asked } = testClient(on());
    api.session.expire('token');
    await loadPlugins(api);
    expect(names(asked.map(({ action }) => ({ name: action })))).toEqual(['pm:listEnabledV2']);
  });

  it('are those that came with it when nobody says which are on', async () => {
    const loaded = await loadPlugins(testClient(() => refusal(500, 'Broken')).api);
    expect(loaded).toEqual({ plugins: builtIn, enabled: null, failed: [], isWaiting: false });
  });

  it.each([
    ['starts', () => Response.json({ error: { message: 'application main is initializing', maintaining: true } }, { status: 503 })],
    ['is not behind its proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ])('wait for a server that %s', async (_, answer) => {
    expect((await loadPlugins(testClient(answer).api)).isWaiting).toBe(true);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('Broken'))],
    ['exports nothing', () => Promise.resolve({})],
    ['exports something else', () => Promise.resolve({ default: () => undefined })],
    ['has no list of routes', () => Promise.resolve({ default: { name: 'greeting', routes: {} } })],
    ['has an entry without an icon', () => Promise.resolve({ default: { name: 'greeting', menu: [{ title: 'x', path: '/x' }] } })],
  ])('are there without a module that %s, which is named', async (_, load) => {
    const loaded = await loadPlugins(testClient(on(greeting)).api, load);
    expect(names(loaded.plugins)).toEqual(names(builtIn));
    expect(loaded.failed).toEqual(['greeting']);
  });

  it('do not wait for ever for a module', async () => {
    vi.useFakeTimers();
    try {
      const loading = loadPlugins(testClient(on(greeting)).api, () => new Promise(() => undefined));
      await vi.advanceTimersByTimeAsync(10_000);
      expect((await loading).failed).toEqual(['greeting']);
    } finally {
      vi.useRealTimers();
    }
  });
});
