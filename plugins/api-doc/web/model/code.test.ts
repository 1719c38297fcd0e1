import { describe, expect, it } from 'vitest';
import { toCSharp, toCurl, toFetch } from './code';

const url = 'http://localhost/api/books:list?sort%5B%5D=-title';

describe('A request as curl', () => {
  it('that reads', () => {
    expect(toCurl({ method: 'GET', url })).toBe(
      `curl 'http://localhost/api/books:list?sort%5B%5D=-title' \\\n  -H "Authorization: Bearer $TOKEN"`,
    );
  });

  it('keeps quotes, dollars and backslashes out of the reach of the shell', () => {
    const body = { title: 'It\'s "$HOME" \\ `x`' };
    expect(toCurl({ method: 'POST', url: 'http://localhost/api/books:create', body })).toBe(
      [
        `curl -X POST 'http://localhost/api/books:create' \\`,
        `  -H "Authorization: Bearer $TOKEN" \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  --data-raw '{`,
        `  "title": "It'\\''s \\"$HOME\\" \\\\ \`x\`"`,
        `}'`,
      ].join('\n'),
    );
  });

  it('that writes without a body', () => {
    const text = toCurl({ method: 'POST', url: 'http://localhost/api/books:destroy?filterByTk=1' });
    expect(text).toBe(
      `curl -X POST 'http://localhost/api/books:destroy?filterByTk=1' \\\n  -H "Authorization: Bearer $TOKEN"`,
    );
  });
});

describe('A request as C#', () => {
  it('that reads', () => {
    expect(toCSharp({ method: 'GET', url })).toBe(
      [
        'using System.Net.Http.Headers;',
        '',
        'var token = Environment.GetEnvironmentVariable("TOKEN");',
        'using var client = new HttpClient();',
        'client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);',
        '',
        'using var response = await client.GetAsync("http://localhost/api/books:list?sort%5B%5D=-title");',
        'response.EnsureSuccessStatusCode();',
        'Console.WriteLine(await response.Content.ReadAsStringAsync());',
      ].join('\n'),
    );
  });

  it('sends the body as it stands, however many quotes are in it', () => {
    const text = toCSharp({ method: 'POST', url: 'http://localhost/api/books:create', body: { title: '', note: 'say ""' } });
    expect(text).toContain(
      [
        'using var content = new StringContent(',
        '    """',
        '    {',
        '      "title": "",',
        String.raw`      "note": "say \"\""`,
        '    }',
        '    """,',
        '    Encoding.UTF8,',
        '    "application/json");',
        'using var response = await client.PostAsync("http://localhost/api/books:create", content);',
      ].join('\n'),
    );
  });
});

describe('A request as fetch', () => {
  it('that reads', () => {
    expect(toFetch({ method: 'GET', url })).toBe(
      [
        'const response = await fetch("http://localhost/api/books:list?sort%5B%5D=-title", {',
        '  headers: {',
        '    Authorization: `Bearer ${token}`,',
        '  },',
        '});',
        'console.log(response.status, await response.json());',
      ].join('\n'),
    );
  });

  it('that writes', () => {
    const text = toFetch({ method: 'POST', url: 'http://localhost/api/books:create', body: { title: "It's" } });
    expect(text).toContain(
      [
        "  method: 'POST',",
        '  headers: {',
        '    Authorization: `Bearer ${token}`,',
        "    'Content-Type': 'application/json',",
        '  },',
        '  body: JSON.stringify({',
        `    "title": "It's"`,
        '  }),',
      ].join('\n'),
    );
  });
});
