import { describe, expect, it, vi } from 'vitest';
import { Client, RequestFailure, Session } from './index';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

function client(...answers: (Response | Error)[]) {
  const session = new Session(localStorage);
  const calls = vi.fn<typeof fetch>(() => {
    const next = answers.shift() ?? answer(500, {});
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  return { client: new Client({ baseUrl: '/api/', session, fetch: calls, pauses: [1] }), session, calls };
}

describe('The client', () => {
  it('sends parameters as the wire wants them', async () => {
    const { client: api, calls } = client(answer(200, { data: [] }));
    await api.get('users:list', { params: { filter: { a: { $eq: 1 } }, appends: ['x', 'y'], page: 2, q: undefined } });
    const url = new URL(String(calls.mock.calls[0]?.[0]), 'http://x');
    expect(url.searchParams.get('filter')).toBe('{"a":{"$eq":1}}');
    expect(url.searchParams.getAll('appends[]')).toEqual(['x', 'y']);
    expect(url.searchParams.has('q')).toBe(false);
  });

  it('lets a small request outlive the page, and leaves a large one as it is', async () => {
    const { client: api, calls } = client(answer(200, {}), answer(200, {}));
    await api.post('x:update', { a: 'short' }, { keepAlive: true });
    await api.post('x:update', { a: 'long'.repeat(5000) }, { keepAlive: true });
    expect(calls.mock.calls.map(([, request]) => request?.keepalive ?? false)).toEqual([true, false]);
  });

  it('tells what was said and under which request', async () => {
    const refused = answer(400, { errors: [{ message: 'name is required' }] }, { 'X-Request-Id': 'r1' });
    const failure = await client(refused)
      .client.post('users:create', {})
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RequestFailure);
    expect(failure).toMatchObject({ status: 400, message: 'name is required', requestId: 'r1' });
  });

  it('tries a read again and never a write', async () => {
    const reading = client(new TypeError('down'), answer(200, { data: 1 }));
    expect((await reading.client.get('x:list')).data).toBe(1);
    expect(reading.client.connection.isLost).toBe(false);

    const writing = client(new TypeError('down'), answer(200, { data: 1 }));
    await expect(writing.client.post('x:create', {})).rejects.toMatchObject({ kind: 'unreachable' });
    expect(writing.calls).toHaveBeenCalledTimes(1);
    expect(writing.client.connection.isLost).toBe(true);
  });

  it('takes a wrong password for an answer, and an ended session for its end', async () => {
    const wrong = client(answer(401, { errors: [{ message: 'The password is incorrect' }] }));
    wrong.session.start('old');
    await expect(wrong.client.post('auth:changePassword', {}, { hasPassword: true })).rejects.toMatchObject({
      status: 401,
      message: 'The password is incorrect',
    });
    expect(wrong.session.state).toBe('active');

    const ended = client(answer(401, { errors: [{ message: 'x', code: 'EXPIRED_TOKEN' }] }));
    ended.session.start('old');
    const pending = ended.client.post('auth:changePassword', {}, { hasPassword: true });
    await vi.waitFor(() => expect(ended.session.state).toBe('expired'));
    ended.session.end();
    await expect(pending).rejects.toMatchObject({ status: 401 });
  });

  it('acts as the chosen role until that is taken away', async () => {
    const gone = answer(401, { errors: [{ message: 'Not yours', code: 'ROLE_NOT_FOUND_FOR_USER' }] });
    const { client: api, session, calls } = client(answer(200, { data: 1 }), gone, answer(200, { data: 2 }));
    session.start('t');
    session.actAs('clerk');
    await api.get('x:list');
    expect((await api.post<number>('x:create', {})).data).toBe(2);
    const asked = calls.mock.calls.map(([, request]) => new Headers(request?.headers).get('X-Role'));
    expect(asked).toEqual(['clerk', 'clerk', null]);
    expect(session.state).toBe('active');
    session.actAs('clerk');
    session.end();
    expect(session.role).toBeNull();
  });

  it('takes over a renewed token', async () => {
    const { client: api, session } = client(answer(200, { data: 1 }, { 'x-new-token': 'new' }));
    session.start('old');
    await api.get('x:list');
    expect(session.token).toBe('new');
  });

  it('waits for the password and sends the same request again', async () => {
    const { client: api, session, calls } = client(answer(401, { errors: [] }), answer(200, { data: 'kept' }));
    session.start('old');
    const pending = api.post<string>('x:create', { typed: 'text' });
    await vi.waitFor(() => expect(session.state).toBe('expired'));
    session.start('fresh');
    expect((await pending).data).toBe('kept');
    expect(calls.mock.calls[1]?.[1]?.body).toBe('{"typed":"text"}');
    expect(calls.mock.calls[1]?.[1]?.headers).toMatchObject({ Authorization: 'Bearer fresh' });
  });

  it('gives up when the person signs out instead', async () => {
    const { client: api, session } = client(answer(401, { errors: [{ message: 'no' }] }));
    session.start('old');
    const pending = api.get('x:list').catch((error: unknown) => error);
    await vi.waitFor(() => expect(session.state).toBe('expired'));
    session.end();
    expect(await pending).toMatchObject({ status: 401 });
  });
});

describe('A server that is not there', () => {
  it.each([
    ['starts', 503, { error: { message: 'application main is initializing', maintaining: true } }, true],
    ['is missing behind its proxy', 502, {}, true],
    ['lacks what one action needs', 503, { errors: [{ message: 'There is no key' }] }, false],
  ])('because it %s is known as such to everyone', async (_, status, body, isLost) => {
    const { client: api } = client(answer(status, body));
    await expect(api.post('x:create', {})).rejects.toMatchObject({ status });
    expect(api.connection.isLost).toBe(isLost);
  });

  it('is back when it serves, not when it answers', async () => {
    const { client: api } = client(answer(503, {}), answer(200, {}));
    expect(await api.probe()).toBe(false);
    expect(await api.probe()).toBe(true);
  });
});

describe('A raw answer', () => {
  it('is what came back, a refusal included', async () => {
    const refused = answer(400, { errors: [{ message: 'no' }] }, { 'X-Request-Id': 'r9' });
    const raw = await client(refused).client.raw('POST', 'x:create', { a: 1 });
    expect(raw).toMatchObject({ status: 400, text: '{"errors":[{"message":"no"}]}', requestId: 'r9' });
  });

  it('is not tried twice when it writes', async () => {
    const { client: api, calls } = client(answer(503, {}), answer(200, {}));
    expect((await api.raw('POST', 'x:create', {})).status).toBe(503);
    expect(calls).toHaveBeenCalledTimes(1);
  });
});
