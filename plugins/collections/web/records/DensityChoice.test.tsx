import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { DensityChoice } from './DensityChoice';
import { tryTable } from './tableOnTrial';

const rowHeight = () => screen.getByRole('grid').style.getPropertyValue('--rowHeight');
const topOf = (row: number) => document.querySelector<HTMLElement>(`[data-index="${row}"]`)?.style.top;

it('The height of rows is chosen, shown at once and remembered', async () => {
  await tryTable({ rows: [{ id: 1, title: 'A' }, { id: 2, title: 'B' }] });
  await screen.findByText('A');
  render(<DensityChoice />);
  expect([rowHeight(), topOf(1)]).toEqual(['40px', '40px']);
  await userEvent.click(screen.getByRole('button', { name: 'Row height' }));
  await userEvent.click(await screen.findByText('Compact rows'));
  await waitFor(() => expect([rowHeight(), topOf(1)]).toEqual(['32px', '32px']));
  expect(localStorage.getItem('PERGOLA_DENSITY')).toBe('compact');
});
