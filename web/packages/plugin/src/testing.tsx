import { Client, Session } from '@pergola/api';
import { ComponentTheme, Notices } from '@pergola/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render, type RenderResult } from '@testing-library/react';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { ApiContext } from './ApiContext';
import { NoticeContext, type NoticeSink } from './notices';
import type { Rights } from './rights';

/** One request as the server would see it. */
export interface AskedRequest {
  method: string;
  /** Such as `books:list`. */
  action: string;
  params: URLSearchParams;
  body: unknown;
}

/** What is sent back: a body with status 200, or a whole response. */
export type Answer = (request: AskedRequest) => unknown;

export const refusal = (status: number, ...messages: string[]): Response =>
  Response.json({ errors: messages.map((message) => ({ message })) }, { status });

/** What `roles:check` says of somebody who may do everything. */
export const rootRights: Rights = { role: 'root', roles: ['root'], snippets: [], allowAll: true };

/** A client whose server is a function; what was asked is kept. */
export function testClient(answer: Answer): { api: Client; asked: AskedRequest[] } {
  const asked: AskedRequest[] = [];
  const session = new Session(localStorage);
  session.start('token');
  const serve: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://localhost');
    const request = {
      method: init?.method ?? 'GET',
      action: decodeURIComponent(url.pathname.replace('/api/', '')),
      params: url.searchParams,
      body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : (init?.body ?? undefined),
    };
    asked.push(request);
    const given = await answer(request);
    init?.signal?.throwIfAborted();
    return given instanceof Response ? given : Response.json(given ?? {});
  };
  return { api: new Client({ baseUrl: '/api/', session, fetch: serve, pauses: [] }), asked };
}

// The texts are their own keys in English.
void createInstance()
  .use(initReactI18next)
  .init({
    lng: 'en-US',
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });

/** For screens of many components, whose style sheets would be gone through for each question: nothing is laid out here. */
export function skipStyles(): void {
  configure({ defaultHidden: true });
  window.getComputedStyle = (element) => (element as HTMLElement).style;
}

interface Place extends RenderResult {
  api: Client;
  asked: AskedRequest[];
  queries: QueryClient;
  notices: { [name in keyof NoticeSink]: ReturnType<typeof vi.fn<NoticeSink[name]>> };
  router: ReturnType<typeof createMemoryRouter>;
}

/** Shows a part of the client as it stands in the shell: with a server, an address and notices. */
export function renderInPlace(content: ReactNode, answer: Answer, path = '/'): Place {
  const { api, asked } = testClient(answer);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  const notices = { done: vi.fn<NoticeSink['done']>(), failed: vi.fn<NoticeSink['failed']>() };
  const router = createMemoryRouter([{ path: '*', element: content }], { initialEntries: [path] });
  const result = render(
    <ApiContext value={api}>
      <QueryClientProvider client={queries}>
        <ComponentTheme language="en-US">
          <Notices>
            <NoticeContext value={notices}>
              <RouterProvider router={router} />
            </NoticeContext>
          </Notices>
        </ComponentTheme>
      </QueryClientProvider>
    </ApiContext>,
  );
  return { ...result, api, asked, queries, notices, router };
}
