import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session } from './session';
import { Socket } from './socket';

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  readonly sent: unknown[] = [];

  constructor(readonly url: URL) {
    super();
    FakeSocket.made.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

const last = () => FakeSocket.made.at(-1) as FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.made = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('The socket', () => {
  it('is one for all who listen, and closed when nobody does', () => {
    const socket = new Socket(new Session(localStorage), '/inner/ws');
    const first = vi.fn();
    const second = vi.fn();
    const leave = [socket.subscribe(first), socket.subscribe(second)];
    expect(FakeSocket.made.map(({ url }) => url.href)).toEqual(['ws://localhost:3000/inner/ws']);
    last().dispatchEvent(new MessageEvent('message', { data: '{"type":"notification","payload":1}' }));
    last().dispatchEvent(new MessageEvent('message', { data: 'pong' }));
    expect(first.mock.calls).toEqual([[{ type: 'notification', payload: 1 }]]);
    expect(second).toHaveBeenCalledOnce();
    leave.forEach((stop) => stop());
    expect(last().readyState).toBe(3);
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
  });

  it('says who it is, as soon as that is known and again after it was lost', () => {
    const session = new Session(localStorage);
    const socket = new Socket(session, '/ws');
    socket.subscribe(() => undefined);
    last().open();
    expect(last().sent).toEqual([]);
    session.start('one');
    const said = { type: 'auth:token', payload: { token: 'one', authenticator: 'basic' } };
    expect(last().sent).toEqual([said]);
    last().close();
    vi.advanceTimersByTime(1000);
    last().open();
    expect(FakeSocket.made).toHaveLength(2);
    expect(last().sent).toEqual([said]);
    session.end();
    vi.advanceTimersByTime(1000);
    expect(FakeSocket.made).toHaveLength(3);
  });

  it('waits longer and longer while it cannot be opened', () => {
    new Socket(new Session(localStorage), '/ws').subscribe(() => undefined);
    for (let made = 1; made < 5; made += 1) {
      last().close();
      vi.advanceTimersByTime(500 * 2 ** (made - 1) - 1);
      expect(FakeSocket.made).toHaveLength(made);
      vi.advanceTimersByTime(500 * 2 ** (made - 1) + 1);
      expect(FakeSocket.made).toHaveLength(made + 1);
    }
  });

  it('is not opened where there is none', () => {
    new Socket(new Session(localStorage), undefined).subscribe(() => undefined);
    expect(FakeSocket.made).toEqual([]);
  });
});
