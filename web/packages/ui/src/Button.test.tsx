import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Button } from './Button';
import { ComponentTheme } from './ComponentTheme';
import { PlusIcon } from './icons';

describe('A button', () => {
  it('is called what is written on it, whatever its icon and while it is busy', () => {
    const { rerender } = render(<Button icon={<PlusIcon />}>Add</Button>, {
      wrapper: ({ children }) => <ComponentTheme language="en-US">{children}</ComponentTheme>,
    });
    expect(screen.getByRole('button', { name: 'Add' })).toBeDefined();
    rerender(
      <Button icon={<PlusIcon />} loading>
        Add
      </Button>,
    );
    expect(screen.getByRole('button', { name: 'Add' })).toBeDefined();
  });
});
