/** A request with its whole address, as it is written down. */
export interface WrittenRequest {
  method: 'GET' | 'POST';
  url: string;
  body?: unknown;
}

/** For a POSIX shell; inside single quotes nothing but the quote itself means anything. */
const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

const pretty = (body: unknown) => JSON.stringify(body, null, 2);

export function toCurl({ method, url, body }: WrittenRequest): string {
  const parts = [
    `curl ${method === 'POST' ? '-X POST ' : ''}${shellQuoted(url)}`,
    // In double quotes, so that the shell puts the token in.
    '-H "Authorization: Bearer $TOKEN"',
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, `--data-raw ${shellQuoted(pretty(body))}`]),
  ];
  return parts.join(' \\\n  ');
}

/** For browsers and Node.js. */
export function toFetch({ method, url, body }: WrittenRequest): string {
  const headers = [
    '    Authorization: `Bearer ${token}`,',
    ...(body === undefined ? [] : [`    'Content-Type': 'application/json',`]),
  ];
  return [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    ...(method === 'POST' ? [`  method: 'POST',`] : []),
    '  headers: {',
    ...headers,
    '  },',
    ...(body === undefined ? [] : [`  body: JSON.stringify(${pretty(body).replaceAll('\n', '\n  ')}),`]),
    '});',
    'console.log(response.status, await response.json());',
  ].join('\n');
}

/** Top-level statements for a console program of .NET 8 or later. */
export function toCSharp({ method, url, body }: WrittenRequest): string {
  const address = JSON.stringify(url);
  const isSending = method === 'POST' && body !== undefined;
  const send =
    method === 'GET' ? `GetAsync(${address})` : `PostAsync(${address}, ${isSending ? 'content' : 'null'})`;
  return [
    'using System.Net.Http.Headers;',
    ...(isSending ? ['using System.Text;'] : []),
    '',
    'var token = Environment.GetEnvironmentVariable("TOKEN");',
    'using var client = new HttpClient();',
    'client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);',
    '',
    ...(isSending
      ? ['using var content = new StringContent(', `${rawString(pretty(body), '    ')},`, '    Encoding.UTF8,', '    "application/json");']
      : []),
    `using var response = await client.${send};`,
    'response.EnsureSuccessStatusCode();',
    'Console.WriteLine(await response.Content.ReadAsStringAsync());',
  ].join('\n');
}

/** A raw string literal, its lines as far in as its end. JSON never has the three quotes in a row that would end it. */
const rawString = (text: string, indent: string): string =>
  ['"""', ...text.split('\n'), '"""'].map((line) => indent + line).join('\n');
