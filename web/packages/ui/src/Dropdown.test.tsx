import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button';
import { Dropdown } from './Dropdown';

describe('A menu', () => {
  it('takes the focus when it opens and gives it back when something is chosen', async () => {
    const user = userEvent.setup();
    const chosen = vi.fn();
    const items = [{ key: 'Copy', label: 'Copy' }];
    render(
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => chosen(key) }}>
        <Button>More</Button>
      </Dropdown>,
    );
    const button = screen.getByRole('button', { name: 'More' });
    button.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Copy' })));
    await user.click(screen.getByRole('menuitem', { name: 'Copy' }));
    expect(chosen).toHaveBeenCalledWith('Copy');
    await waitFor(() => expect(document.activeElement).toBe(button));
  });
});
