import { defineWebPlugin, PluginsContext } from '@pergola/plugin';
import { renderInPlace, skipStyles } from '@pergola/plugin/testing';
import { HomeIcon } from '@pergola/ui';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RecordParts } from './RecordParts';

skipStyles();

const plugin = defineWebPlugin({
  name: 'other',
  recordParts: [
    {
      title: 'History',
      icon: HomeIcon,
      snippet: 'pm.other',
      Part: ({ collection, recordKey, onClose }) => (
        <button type="button" onClick={onClose}>
          {collection.name} {recordKey}
        </button>
      ),
    },
  ],
});
const open = (snippets: string[]) =>
  renderInPlace(
    <PluginsContext value={[plugin]}>
      <RecordParts collection={{ name: 'books' }} recordKey="7" />
    </PluginsContext>,
    () => ({ data: { role: 'r', roles: ['r'], snippets, allowAll: false } }),
  );

describe('What others know about a record', () => {
  it('is opened from the head of its drawer and closes again', async () => {
    open(['pm.*']);
    await userEvent.click(await screen.findByRole('button', { name: 'History' }));
    await userEvent.click(await screen.findByText('books 7'));
    expect(screen.queryByText('books 7')).toBeNull();
  });

  it('is not offered to those whose role does not grant it', async () => {
    const { asked } = open(['pm.users']);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByRole('button', { name: 'History' })).toBeNull();
  });
});
