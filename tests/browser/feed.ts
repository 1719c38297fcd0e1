import { createServer, type Server } from 'node:http';

const user = 'reader';
const password = 'feed-secret-77';

/** What a server is told of the feed. */
export const feedEnvironment = (port: number) => ({
  NOCOBASE_PKG_URL: `http://127.0.0.1:${port}/v3/index.json`,
  NOCOBASE_PKG_USERNAME: user,
  NOCOBASE_PKG_PASSWORD: password,
});

export interface OfferedPackage {
  id: string;
  version: string;
  content: Buffer;
}

export interface Feed {
  /** Addresses that were asked for without the right password. */
  refused: string[];
  close: () => Promise<void>;
}

/** A NuGet feed, version 3, that wants a user and a password; the last version of a package is its newest. */
export async function startFeed(port: number, packages: readonly OfferedPackage[]): Promise<Feed> {
  const root = `http://127.0.0.1:${port}`;
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const refused: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', root);
    if (request.headers.authorization !== expected) {
      refused.push(pathname);
      response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
      return;
    }
    const found = answer(packages, root, pathname, searchParams.get('q') ?? '');
    if (found instanceof Buffer) {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(found);
    } else {
      response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(found ?? null));
    }
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { refused, close: () => closed(server) };
}

function answer(packages: readonly OfferedPackage[], root: string, path: string, words: string): object | undefined {
  const versionsOf = (id: string) => packages.filter((one) => one.id.toLowerCase() === id);
  const [, area, id = '', version = ''] = path.split('/');
  if (path === '/v3/index.json') {
    return {
      version: '3.0.0',
      resources: [
        { '@id': `${root}/files/`, '@type': 'PackageBaseAddress/3.0.0' },
        { '@id': `${root}/search`, '@type': 'SearchQueryService/3.5.0' },
      ],
    };
  }
  if (area === 'search') {
    const ids = [...new Set(packages.map((one) => one.id))].filter((one) => one.toLowerCase().includes(words.toLowerCase()));
    return { data: ids.map((one) => ({ id: one, version: versionsOf(one.toLowerCase()).at(-1)?.version, authors: ['Acme'] })) };
  }
  if (area === 'files' && version === 'index.json') {
    return versionsOf(id).length > 0 ? { versions: versionsOf(id).map((one) => one.version) } : undefined;
  }
  return area === 'files' ? versionsOf(id).find((one) => one.version === version)?.content : undefined;
}

const closed = (server: Server) =>
  new Promise<void>((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
