import { renderInPlace } from '@pergola/plugin/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NewEntries } from './NewEntries';

const open = (newest: number | undefined, shown: number | undefined) => {
  const onShow = vi.fn();
  renderInPlace(<NewEntries newest={newest} shown={shown} onShow={onShow} />, () => ({}));
  return onShow;
};

describe('The hint at new entries', () => {
  it('shows them when somebody asks', async () => {
    const onShow = open(21, 20);
    await userEvent.click(screen.getByRole('button', { name: 'Show new entries' }));
    expect(onShow).toHaveBeenCalledOnce();
  });

  it.each([
    [20, 20],
    [19, 20],
    [undefined, 20],
  ])('says nothing when %s is the newest and %s is shown', (newest, shown) => {
    open(newest, shown);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
