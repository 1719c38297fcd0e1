import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderAt } from '../testing/render';
import { InterfacePicker } from './InterfacePicker';

const open = (...taken: string[]) => {
  const onPick = vi.fn();
  const collection = { name: 'books', fields: taken.map((name) => ({ name, type: 'string' })) };
  renderAt(<InterfacePicker collection={collection} onPick={onPick} onClose={() => undefined} />, {});
  return onPick;
};

describe('The kinds of fields', () => {
  it('stand in groups, and each that can be there only once is offered only once', () => {
    open('createdAt');
    const groups = screen.getAllByRole('region').map((region) => region.ariaLabel);
    expect(groups).toEqual(['Basic', 'Choices', 'Media', 'Date & time', 'Relations', 'System', 'Advanced']);
    expect(screen.queryByRole('button', { name: 'Created at' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Last updated at' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Formula' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sequence' })).toBeTruthy();
  });

  it('are found by a word of their title or of what they are for; Enter takes the first', async () => {
    const onPick = open();
    await userEvent.type(screen.getByLabelText('Search kinds of fields'), 'birthday');
    expect(screen.getAllByRole('button').filter((one) => one.dataset['kind'])).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(onPick).toHaveBeenCalledWith(expect.objectContaining({ name: 'dateOnly' }));
  });

  it('are reached with the arrow keys', async () => {
    const onPick = open();
    await userEvent.click(screen.getByLabelText('Search kinds of fields'));
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}');
    expect(onPick).toHaveBeenCalledWith(expect.objectContaining({ name: 'textarea' }));
  });
});
