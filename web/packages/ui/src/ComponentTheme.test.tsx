import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ComponentTheme } from './ComponentTheme';
import { loadComponentLocale } from './locale';

it('What is below stays as it is while the words of the components arrive', async () => {
  const show = (language: string) => (
    <ComponentTheme language={language}>
      <input aria-label="Name" />
    </ComponentTheme>
  );
  const { rerender } = render(show('en-US'));
  await userEvent.type(screen.getByLabelText('Name'), 'Alva');
  await loadComponentLocale('en-US');
  rerender(show('sv-SE'));
  await loadComponentLocale('sv-SE');
  await Promise.resolve();
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Alva');
});
