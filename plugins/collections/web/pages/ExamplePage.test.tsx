import { refusal, renderInPlace, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { exampleCollections } from '../example/model';
import { ExamplePage } from './ExamplePage';

const path = '/admin/example';

/** Everything is there but the tags, which cannot be made at first. */
function server() {
  const collections: unknown[] = exampleCollections().filter(({ name }) => name !== 'shop_tags');
  const state = { isBroken: true, collections };
  const answer = ({ action, method, body }: AskedRequest): unknown => {
    if (action === 'collections:create') {
      if (state.isBroken) {
        return refusal(503, 'The database cannot be reached');
      }
      state.collections.push(body);
    } else if (action === 'collections:destroy') {
      state.collections = [];
    }
    if (action === 'collections:list') {
      return { data: state.collections };
    }
    return { data: method === 'POST' && Array.isArray(body) ? body : [] };
  };
  return { state, answer };
}

describe('The page of the example', () => {
  it('says what failed, and goes on to the orders when it is tried again', async () => {
    const { state, answer } = server();
    const { router } = renderInPlace(<ExamplePage />, answer, path);
    await userEvent.click(await screen.findByRole('button', { name: 'Load what is missing' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The database cannot be reached');
    state.isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin/data/shop_orders'));
  });

  it('shows what is being filled, and can be stopped', async () => {
    const { state, answer } = server();
    state.isBroken = false;
    const waiting = (request: AskedRequest) =>
      request.action === 'shop_products:create' ? new Promise(() => undefined) : answer(request);
    renderInPlace(<ExamplePage />, waiting, path);
    await userEvent.click(await screen.findByRole('button', { name: 'Load what is missing' }));
    expect(await screen.findByText('Filling Products')).toBeTruthy();
    const bar = screen.getByRole('progressbar');
    expect(Number(bar.getAttribute('value'))).toBeGreaterThan(5);
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
  });

  it('asks before it removes', async () => {
    const { answer } = server();
    const { asked, router } = renderInPlace(<ExamplePage />, answer, path);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the example data' }));
    expect(await screen.findByRole('dialog')).toBeTruthy();
    expect(asked.filter((request) => request.method === 'POST')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/admin'));
    expect(asked.filter((request) => request.action === 'collections:destroy')).toHaveLength(6);
  });
});
