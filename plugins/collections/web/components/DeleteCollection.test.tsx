import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { library } from '../testing/library';
import { Refusal, renderAt } from '../testing/render';
import { DeleteCollection } from './DeleteCollection';

const open = (records: unknown) => {
  const authors = library.find((one) => one.name === 'authors');
  if (!authors) {
    throw new Error('authors');
  }
  const answers = { 'collections:list': library, 'authors:list': records };
  return renderAt(<DeleteCollection collection={authors} onClose={() => undefined} />, answers);
};
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Delete for good' });

describe('Deleting a collection', () => {
  it('says what goes with it and waits for the name when there are records', async () => {
    const { requests } = open([{ id: 1 }, { id: 2 }]);
    expect(await screen.findByText('its records: 2')).toBeTruthy();
    expect(await screen.findByText('the relation Books: Author')).toBeTruthy();
    expect(button().disabled).toBe(true);
    await userEvent.type(screen.getByLabelText('Type authors to confirm'), 'author');
    expect(button().disabled).toBe(true);
    await userEvent.keyboard('s');
    await userEvent.click(button());
    await waitFor(() => expect(requests('collections:destroy')).toHaveLength(1));
    expect(requests('collections:destroy')[0]?.params.get('filterByTk')).toBe('authors');
  });

  it('asks for nothing when there is nothing to lose', async () => {
    open([]);
    await waitFor(() => expect(button().disabled).toBe(false));
    expect(screen.queryByLabelText('Type authors to confirm')).toBeNull();
  });

  it('asks when nobody knows how much there is', async () => {
    open(new Refusal('No'));
    expect(await screen.findByText('its records; they could not be counted')).toBeTruthy();
    expect(button().disabled).toBe(true);
  });
});
