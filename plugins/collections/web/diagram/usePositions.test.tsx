import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../testing/render';
import { usePositions } from './usePositions';

let undo: () => void = () => undefined;

function Places() {
  const { kept, keep, forget } = usePositions();
  return (
    <>
      <output>{JSON.stringify([...kept].toSorted())}</output>
      <button type="button" onClick={() => keep('books', { x: 10.4, y: -3 })}>
        keep
      </button>
      <button
        type="button"
        onClick={() => {
          undo = forget(['authors', 'books']);
        }}
      >
        forget
      </button>
    </>
  );
}

const places = () => JSON.parse(screen.getByRole('status').textContent ?? '');
const authors = ['authors', { x: 1, y: 2 }];

describe('The places of a diagram', () => {
  it('are kept one by one', async () => {
    const stored = [{ id: 1, collectionName: 'authors', x: 1, y: 2 }];
    const { requests } = renderAt(<Places />, { 'graphPositions:list': stored });
    await waitFor(() => expect(places()).toEqual([authors]));
    await userEvent.click(screen.getByText('keep'));
    expect(places()).toEqual([authors, ['books', { x: 10, y: -3 }]]);
    await waitFor(() => expect(requests('graphPositions:updateOrCreate')).toHaveLength(1));
    const sent = requests('graphPositions:updateOrCreate')[0];
    expect(sent?.body).toEqual({ collectionName: 'books', x: 10, y: -3 });
    expect(sent?.params.getAll('filterKeys[]')).toEqual(['collectionName']);
  });

  it('are forgotten together and come back together', async () => {
    const stored = [{ id: 1, collectionName: 'authors', x: 1, y: 2 }];
    const { requests } = renderAt(<Places />, { 'graphPositions:list': stored });
    await waitFor(() => expect(places()).toEqual([authors]));
    await userEvent.click(screen.getByText('forget'));
    await waitFor(() => expect(places()).toEqual([]));
    const filter = JSON.parse(requests('graphPositions:destroy')[0]?.params.get('filter') ?? '');
    expect(filter).toEqual({ collectionName: { $in: ['authors'] } });
    undo();
    await waitFor(() => expect(places()).toEqual([authors]));
    await waitFor(() =>
      expect(requests('graphPositions:create')[0]?.body).toEqual([{ collectionName: 'authors', x: 1, y: 2 }]),
    );
  });
});
