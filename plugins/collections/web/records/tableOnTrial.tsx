import { Client, Session, type CollectionDefinition, type RecordValues } from '@pergola/api';
import { noConditions } from '@pergola/filter';
import { ApiContext, NoticeContext } from '@pergola/plugin';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createInstance } from 'i18next';
import { useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { RecordTable } from './RecordTable';
import type { TableView, ViewChange } from './view';

export const books: CollectionDefinition = {
  name: 'books',
  title: 'Books',
  fields: [
    { name: 'id', type: 'bigInt', interface: 'id', primaryKey: true },
    { name: 'title', type: 'string', interface: 'input', uiSchema: { title: 'Title' } },
    { name: 'createdAt', type: 'date', interface: 'createdAt', uiSchema: { title: 'Created' } },
    { name: 'pages', type: 'bigInt', interface: 'integer', uiSchema: { title: 'Pages' } },
    { name: 'isRead', type: 'boolean', interface: 'checkbox', uiSchema: { title: 'Read' } },
  ],
};

export const topics: CollectionDefinition = {
  name: 'topics',
  title: 'Topics',
  tree: 'adjacencyList',
  fields: [
    { name: 'name', type: 'string', interface: 'input', uiSchema: { title: 'Name' } },
    { name: 'parent', type: 'belongsTo', interface: 'm2o', target: 'topics', treeParent: true },
    { name: 'children', type: 'hasMany', interface: 'o2m', target: 'topics', treeChildren: true },
  ],
};

export interface Call {
  action: string;
  params: URLSearchParams;
  body: unknown;
}

interface Trial {
  rows: RecordValues[];
  collection?: CollectionDefinition;
  view?: Partial<TableView>;
  /** What the server says to a change; everything is fine unless it says otherwise. */
  onUpdate?: (call: Call) => Promise<Response> | Response;
}

const start: TableView = {
  page: 1,
  pageSize: 50,
  sort: null,
  conditions: noConditions,
  columns: null,
  record: null,
  parent: null,
};

export const refuse = (message: string) => Response.json({ errors: [{ message }] }, { status: 400 });

/** The table with a server of its own, for tests. */
export async function tryTable({ rows, collection = books, view = {}, onUpdate }: Trial) {
  await createInstance()
    .use(initReactI18next)
    .init({ lng: 'en-US', resources: {}, interpolation: { prefix: '{', suffix: '}', escapeValue: false } });

  const calls: Call[] = [];
  const answer = async (address: RequestInfo | URL, request?: RequestInit) => {
    const url = new URL(String(address), 'http://localhost');
    const action = url.pathname.replace('/api/', '');
    const body: unknown = request?.body ? JSON.parse(String(request.body)) : undefined;
    const call = { action, params: url.searchParams, body };
    calls.push(call);
    if (action.endsWith(':update')) {
      return onUpdate?.(call) ?? Response.json({ data: [{ ...(body as object) }] });
    }
    return Response.json({ data: rows, meta: { count: rows.length, page: 1, pageSize: 50, totalPage: 1 } });
  };
  const client = new Client({ baseUrl: '/api/', session: new Session(localStorage), fetch: vi.fn(answer), pauses: [] });
  const notices = { done: vi.fn(), failed: vi.fn() };
  const changes = vi.fn<(change: ViewChange) => void>();

  function Trial() {
    const [now, setNow] = useState({ ...start, ...view });
    const [change] = useState(() => (next: ViewChange) => {
      changes(next);
      setNow((before) => ({ ...before, ...next }) as TableView);
    });
    return <RecordTable collection={collection} view={now} onChange={change} />;
  }

  render(
    <MemoryRouter>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ApiContext value={client}>
          <NoticeContext value={notices}>
            <Trial />
          </NoticeContext>
        </ApiContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return { calls, notices, changes };
}
