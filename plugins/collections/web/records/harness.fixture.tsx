import { Client, Session } from '@pergola/api';
import { ApiContext, NoticeContext } from '@pergola/plugin';
import { rootRights } from '@pergola/plugin/testing';
import { Notices } from '@pergola/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';

/** Looking up the styles of all that lies around a button takes longer than what is tested. */
export const createUser = () => userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });

export interface Call {
  action: string;
  params: URLSearchParams;
  body: unknown;
}

/** Answers an action with its data, or refuses it with what it throws. */
export type Answers = Record<string, (call: Call) => unknown>;

/** A client whose server is a handful of functions, and what it was asked. */
export function fakeServer(given: Answers) {
  // Somebody who may do everything, unless a test says otherwise.
  const answers: Answers = { 'roles:check': () => rootRights, ...given };
  const calls: Call[] = [];
  const answer: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://localhost');
    const body: unknown = init?.body ? JSON.parse(String(init.body)) : undefined;
    const call = { action: url.pathname.replace('/api/', ''), params: url.searchParams, body };
    calls.push(call);
    try {
      const data = await answers[call.action]?.(call);
      return new Response(JSON.stringify({ data: data ?? [], meta: { count: Array.isArray(data) ? data.length : 0 } }));
    } catch (error) {
      return new Response(JSON.stringify({ errors: [{ message: String(error instanceof Error ? error.message : error) }] }), {
        status: 400,
      });
    }
  };
  const client = new Client({ baseUrl: '/api/', session: new Session(localStorage), fetch: answer, pauses: [] });
  const of = (action: string) => calls.filter((call) => call.action === action);
  return { client, calls, of };
}

/** Shows a page at an address with all that stands around it in the client. */
export async function show(page: ReactNode, answers: Answers, address = '/admin/data/books') {
  readStylesFast();
  const server = fakeServer(answers);
  const notices = { done: vi.fn(), failed: vi.fn() };
  const translator = createInstance();
  await translator.use(initReactI18next).init({
    lng: 'en-US',
    resources: { 'en-US': { translation: {} } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000 } } });
  const router = createMemoryRouter([{ path: '/admin/data/:collection', element: page }], { initialEntries: [address] });
  const screen = render(
    <I18nextProvider i18n={translator}>
      <ApiContext value={server.client}>
        <QueryClientProvider client={queries}>
          <NoticeContext value={notices}>
            <Notices>
              <RouterProvider router={router} />
            </Notices>
          </NoticeContext>
        </QueryClientProvider>
      </ApiContext>
    </I18nextProvider>,
  );
  const search = () => new URLSearchParams(router.state.location.search);
  return { ...server, notices, router, search, screen };
}

/** Every look at a style would go through all rules of the component library; what tests ask is whether it is there. */
function readStylesFast(): void {
  vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
    const { style } = document.createElement('div');
    style.cssText = element.getAttribute('style') ?? '';
    if (/-hidden\b/.test(element.getAttribute('class') ?? '')) {
      style.display = 'none';
    }
    return style;
  });
}
