import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { VariablesPage } from './VariablesPage';

skipStyles();

const shop = { name: 'SHOP', type: 'default', value: 'The shop', updatedAt: '2026-01-01T00:00:00.000Z' };
const token = { name: 'TOKEN', type: 'secret', value: null, updatedAt: '2026-01-01T00:00:00.000Z' };

function open(rows: unknown[] = [shop, token], answer: (request: AskedRequest) => unknown = () => undefined) {
  const place = renderInPlace(<VariablesPage />, (request) =>
    answer(request) ?? (request.action === 'environmentVariables:list' ? { data: rows, meta: { updated: false } } : { data: {} }),
  );
  const sent = (action: string) => place.asked.filter((one) => one.action === `environmentVariables:${action}`);
  return { ...place, sent };
}
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('Variables', () => {
  it('are listed, secrets without their values', async () => {
    open();
    expect(await screen.findByText('The shop')).toBeTruthy();
    expect(screen.getByText('Hidden')).toBeTruthy();
  });

  it('are added, and a name that is taken is said beside it', async () => {
    const { sent } = open([], (request) =>
      request.action === 'environmentVariables:create' && (request.body as { name: string }).name === 'OLD'
        ? refusal(400, 'name already exists')
        : undefined,
    );
    await userEvent.click((await screen.findAllByRole('button', { name: 'Add variable' }))[0] as HTMLElement);
    await userEvent.type(screen.getByLabelText('Name'), 'no name');
    await userEvent.type(screen.getByLabelText('Value'), 'x');
    await click('Save');
    expect((await screen.findAllByText(/beginning with a letter/)).length).toBeGreaterThan(0);
    expect(sent('create')).toEqual([]);

    await userEvent.clear(screen.getByLabelText('Name'));
    await userEvent.type(screen.getByLabelText('Name'), 'OLD');
    await click('Save');
    expect(await screen.findByText('There is a variable of this name already.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Name'), '2');
    await click('Save');
    await waitFor(() => expect(sent('create').at(-1)?.body).toEqual({ name: 'OLD2', type: 'default', value: 'x' }));
  });

  it('keep a secret that is left empty, and need a value to become visible', async () => {
    const { sent } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit TOKEN' }));
    const drawer = within(screen.getByRole('dialog'));
    await userEvent.click(drawer.getByLabelText(/Variable: those who/));
    await click('Save');
    expect(await drawer.findByText('Please enter a value')).toBeTruthy();
    await userEvent.click(drawer.getByLabelText(/Secret: nobody/));
    await click('Save');
    await waitFor(() => expect(sent('update')[0]?.body).toEqual({ type: 'secret', value: '' }));
  });

  it('are imported as lines, and what is left out is said', async () => {
    const { sent } = open();
    await screen.findByText('The shop');
    await click('Import lines');
    await userEvent.click(screen.getByLabelText('Lines'));
    await userEvent.paste('NEW=1\nSHOP=2\nbad');
    expect(screen.getByText('Left out: 2')).toBeTruthy();
    expect(screen.getByText(/SHOP is there already/)).toBeTruthy();
    await click('Add (1)');
    await waitFor(() => expect(sent('create')[0]?.body).toEqual([{ name: 'NEW', value: '1', type: 'secret' }]));
  });

  it('are deleted after a question', async () => {
    const { sent } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Delete SHOP' }));
    expect(sent('destroy')).toEqual([]);
    await click('Delete');
    await waitFor(() => expect(sent('destroy')[0]?.params.get('filterByTk')).toBe('SHOP'));
  });

  it('that cannot be loaded say so and are asked for again', async () => {
    let isBroken = true;
    open([shop], (request) => (isBroken && request.action.endsWith('list') ? refusal(500, 'broken') : undefined));
    await screen.findByText('This could not be loaded');
    isBroken = false;
    await click('Try again');
    expect(await screen.findByText('The shop')).toBeTruthy();
  });
});
