import { describe, expect, it } from 'vitest';
import { clientOf } from './sessions';

describe('What somebody signed in with', () => {
  it.each([
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
      { client: 'Chrome', system: 'macOS' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
      { client: 'Safari', system: 'iOS' },
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', { client: 'Firefox', system: 'Linux' }],
    ['curl/8.5.0', { client: 'curl', system: '' }],
    [null, null],
  ])('%s', (agent, client) => {
    expect(clientOf(agent)).toEqual(client);
  });
});
