import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DepartmentsTab } from './DepartmentsTab';

skipStyles();

const departments = [
  { id: 1, title: 'Sales', parentId: null },
  { id: 2, title: 'North', parentId: 1 },
];
const open = (write?: (request: AskedRequest) => unknown) => {
  const place = renderInPlace(<DepartmentsTab role={{ name: 'clerk', title: 'Clerk' }} />, (request) => {
    switch (request.action) {
      case 'departments:list':
        return { data: departments };
      case 'roles/clerk/departments:list':
        return { data: [departments[1]] };
      default:
        return write?.(request) ?? { data: {} };
    }
  });
  const sent = (action: string) => place.asked.filter((one) => one.action === `roles/clerk/departments:${action}`);
  return { ...place, sent };
};

describe('The departments of a role', () => {
  it('are named by their way, removed, and on undo back again', async () => {
    const { sent, notices } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove: Sales / North' }));
    await waitFor(() => expect(sent('remove')[0]?.body).toEqual([2]));
    await waitFor(() => expect(notices.done).toHaveBeenCalled());
    notices.done.mock.calls[0]?.[1]?.run();
    await waitFor(() => expect(sent('add')[0]?.body).toEqual([2]));
  });

  it('are added from those that do not give it yet, and a refusal says why', async () => {
    const { sent, notices } = open(() => refusal(403, 'No permissions'));
    await screen.findByText('Sales / North');
    await userEvent.click(screen.getByRole('combobox', { name: 'Give this role to a department' }));
    expect(screen.queryByTitle('Sales / North')).toBeNull();
    await userEvent.click(await screen.findByTitle('Sales'));
    await waitFor(() => expect(sent('add')[0]?.body).toEqual([1]));
    await waitFor(() => expect(String(notices.failed.mock.calls[0]?.[0])).toMatch(/may do more than you may/));
  });
});
