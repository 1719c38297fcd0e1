import { Client, Session } from '@pergola/api';
import { ApiContext, NoticeContext, type NoticeSink } from '@pergola/plugin';
import { rootRights } from '@pergola/plugin/testing';
import { Notices } from '@pergola/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';

/** A request that a component made: `collections:list`, its parameters and its body. */
export interface Sent {
  action: string;
  params: URLSearchParams;
  body: unknown;
}

/** Answers by action: the data, what finds the data, or a refusal. */
export type Answers = Record<string, unknown>;

// Nothing is laid out here. Looking through the style sheets of the components for each question would take minutes.
configure({ defaultHidden: true });
window.getComputedStyle = (element) => (element as HTMLElement).style;

const words = createInstance();
await words.use(initReactI18next).init({
  lng: 'en-US',
  resources: {},
  nsSeparator: false,
  keySeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});

export class Refusal {
  constructor(readonly message: string) {}
}

/** A component as it stands in the client, with a server that answers what the test says. */
export function renderAt(element: ReactNode, given: Answers, path = '/') {
  const answers: Answers = { 'roles:check': rootRights, ...given };
  const sent: Sent[] = [];
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(input), 'http://pergola.test');
    const action = url.pathname.slice(1);
    sent.push({ action, params: url.searchParams, body: init?.body ? JSON.parse(String(init.body)) : undefined });
    const known = answers[action];
    const data = typeof known === 'function' ? (known as () => unknown)() : known;
    return data instanceof Refusal
      ? Response.json({ errors: [{ message: data.message }] }, { status: 400 })
      : Response.json({ data: data ?? 'ok', meta: { count: Array.isArray(data) ? data.length : 0 } });
  };
  const client = new Client({ baseUrl: 'http://pergola.test/', session: new Session(localStorage), fetch: answer });
  const notices: NoticeSink = { done: vi.fn(), failed: vi.fn() };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <I18nextProvider i18n={words}>
      <ApiContext value={client}>
        <QueryClientProvider client={queries}>
          <Notices>
            <NoticeContext value={notices}>
              <MemoryRouter initialEntries={[path]}>{element}</MemoryRouter>
            </NoticeContext>
          </Notices>
        </QueryClientProvider>
      </ApiContext>
    </I18nextProvider>,
  );
  const requests = (action: string) => sent.filter((one) => one.action === action);
  return { requests, notices, queries };
}
