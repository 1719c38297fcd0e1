import { renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { HistoryDrawer } from './HistoryDrawer';

skipStyles();

const entry = { id: 20, at: '2026-03-10T12:00:00Z', userName: 'Ada', action: 'update', resource: 'books', status: 200 };
const field = { field: 'title', before: 'Old', after: 'New' };

const open = (logging: boolean, entries: unknown[] = [entry]) =>
  renderInPlace(
    <HistoryDrawer collection={{ name: 'books', title: 'Books', logging }} recordKey="7" onClose={() => undefined} />,
    ({ action }: AskedRequest) => {
      switch (action) {
        case 'auditLogs:list':
          return { data: entries, meta: { count: entries.length } };
        case 'auditLogs:get':
          return { data: { ...entry, changes: [{ id: 1, collection: 'books', recordKey: '7', fields: [field] }] } };
        default:
          return { data: [] };
      }
    },
  );

describe('The history of a record', () => {
  it('asks for this record alone, and shows what changed when somebody wants to know', async () => {
    const { asked } = open(true);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    expect((await screen.findByRole('rowheader', { name: 'title' })).closest('tr')?.textContent).toBe('titleOldNew');
    const list = asked.find((one) => one.action === 'auditLogs:list');
    expect(list?.params.get('filter')).toBe('{"resource":"books","recordKey":"7"}');
    expect(screen.queryByText('Who and when, but not what')).toBeNull();
  });

  it('says where values are missing, and when nothing is known', async () => {
    open(false, []);
    expect(await screen.findByText('Who and when, but not what')).toBeTruthy();
    expect(await screen.findByText('Nothing is known of it')).toBeTruthy();
  });
});
