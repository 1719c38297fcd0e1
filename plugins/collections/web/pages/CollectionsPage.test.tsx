import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { categories, library } from '../testing/library';
import { Refusal, renderAt } from '../testing/render';
import { CollectionsPage } from './CollectionsPage';

const answers = { 'collections:list': library, 'collectionCategories:list': categories };
const rows = () => screen.getAllByRole('button', { name: /^Move / }).map((handle) => handle.ariaLabel?.slice(5));

describe('The list of collections', { timeout: 20_000 }, () => {
  it('shows those of the category in the address, and all others on request', async () => {
    renderAt(<CollectionsPage />, answers, '/?category=1');
    await screen.findByRole('link', { name: 'Books' });
    expect(rows()).toEqual(['Books']);
    const bar = screen.getByRole('group', { name: 'Categories' });
    expect(within(bar).getByRole('button', { name: 'World 1' }).ariaPressed).toBe('true');
    await userEvent.click(within(bar).getByRole('button', { name: 'All 4' }));
    expect(rows()).toEqual(['Users', 'Books', 'Authors', 'Topics']);
  });

  it('puts a collection into a category from its row, and takes it back when the server refuses', async () => {
    const { requests, notices } = renderAt(<CollectionsPage />, {
      ...answers,
      'collections/authors/category:set': new Refusal('No'),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Categories of Authors' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Shop/ }));
    await waitFor(() => expect(requests('collections/authors/category:set')[0]?.body).toEqual([2]));
    await waitFor(() => expect(notices.failed).toHaveBeenCalled());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Shop 0' })).toBeTruthy());
  });

  it('names what belongs to the system and does not offer to delete it', async () => {
    renderAt(<CollectionsPage />, answers);
    const row = (await screen.findByRole('link', { name: 'Users' })).closest('tr') as HTMLElement;
    expect(within(row).getByText('System')).toBeTruthy();
    expect(within(row).queryByRole('button', { name: 'Delete Users' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Delete Books' })).toBeTruthy();
  });

  it('proposes the name of a new collection and creates it with what was chosen', async () => {
    const { requests } = renderAt(<CollectionsPage />, answers, '/?create=general');
    await userEvent.type(await screen.findByLabelText('Title'), 'Books');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('books2');
    await userEvent.click(screen.getByLabelText('Created by'));
    await userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);
    await waitFor(() => expect(requests('collections:create')).toHaveLength(1));
    const body = requests('collections:create')[0]?.body as { name: string; fields: { name: string }[] };
    expect(body.name).toBe('books2');
    expect(body.fields.map((field) => field.name)).toEqual(['id', 'createdAt', 'updatedAt', 'updatedBy']);
  });
});
