import { refusal, renderInPlace, skipStyles, type AskedRequest } from '@pergola/plugin/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TextsPage } from './TextsPage';

skipStyles();

const rows = [
  { id: '361', module: 'resources.users', moduleTitle: 'users', text: 'Delete {name}', translation: 'Ta bort {name}', builtIn: 'Ta bort {name}', translationId: null },
  { id: '362', module: 'resources.lm-collections', moduleTitle: 'lm-collections', text: 'Orders', translation: null, builtIn: null, translationId: null },
];
const modules = [
  { name: 'resources.users', title: 'users' },
  { name: 'resources.lm-collections', title: 'lm-collections' },
];

function open(path = '/?locale=sv-SE', given: { rows?: unknown[]; modules?: unknown[]; unpublished?: number } = {}, answer: (request: AskedRequest) => unknown = () => undefined) {
  const place = renderInPlace(
    <TextsPage />,
    (request) => {
      const own = answer(request);
      if (own !== undefined) {
        return own;
      }
      if (request.action === 'localizationTexts:list') {
        return { data: given.rows ?? rows, meta: { count: 2, modules: given.modules ?? modules, unpublished: given.unpublished ?? 0 } };
      }
      return { data: request.action === 'systemSettings:get' ? { enabledLanguages: ['en-US'] } : { added: 12, written: 1, unknown: 1 } };
    },
    path,
  );
  return { ...place, sent: (action: string) => place.asked.filter((one) => one.action === action) };
}

describe('Texts', () => {
  it('are translated where they stand, and emptied ones are as they came', async () => {
    const { sent } = open();
    const cell = await screen.findByLabelText('Translation of Orders');
    await userEvent.type(cell, 'Beställningar{Enter}');
    await waitFor(() =>
      expect(sent('localizationTranslations:updateOrCreate')[0]?.body).toEqual({ textId: '362', locale: 'sv-SE', translation: 'Beställningar' }),
    );
    expect(sent('localizationTranslations:updateOrCreate')[0]?.params.getAll('filterKeys[]').length).toBeGreaterThan(0);
  });

  it('that are not changed are not sent, and Escape takes back', async () => {
    const { sent } = open();
    const cell = await screen.findByLabelText<HTMLTextAreaElement>('Translation of Delete {name}');
    await userEvent.type(cell, ' nu{Escape}');
    expect(cell.value).toBe('Ta bort {name}');
    fireEvent.blur(cell);
    await userEvent.clear(cell);
    fireEvent.blur(cell);
    expect(cell.value).toBe('Ta bort {name}');
    expect(sent('localizationTranslations:updateOrCreate')).toEqual([]);
    expect(sent('localizationTranslations:destroy')).toEqual([]);
  });

  it('say what a translation forgot, and keep what was typed when it is refused', async () => {
    open(undefined, {}, ({ action }) => (action === 'localizationTranslations:updateOrCreate' ? refusal(400, 'too long') : undefined));
    const cell = await screen.findByLabelText<HTMLTextAreaElement>('Translation of Delete {name}');
    await userEvent.clear(cell);
    await userEvent.type(cell, 'Bort');
    expect(screen.getByText('Without {name} a value is not shown.')).toBeTruthy();
    fireEvent.blur(cell);
    expect(await screen.findByText(/too long/)).toBeTruthy();
    expect(cell.value).toBe('Bort');
  });

  it('are collected first', async () => {
    const { sent, notices } = open('/', { rows: [], modules: [] });
    await userEvent.click(await screen.findByRole('button', { name: 'Collect texts' }));
    await waitFor(() => expect(notices.done).toHaveBeenCalledWith('New texts: 12'));
    expect(sent('localization:sync').length).toBe(1);
  });

  it('are published when something has changed', async () => {
    const quiet = open();
    await screen.findByText('Everything is published.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Publish' }).disabled).toBe(true);
    quiet.unmount();
    const { sent } = open(undefined, { unpublished: 3 });
    await screen.findByText('Not published yet: 3');
    await userEvent.click(screen.getByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(sent('localization:publish').length).toBe(1));
  });

  it('are taken from a file', async () => {
    const { sent, notices } = open();
    const input = await screen.findByLabelText('File with translations');
    await userEvent.upload(input, new File(['a,b'], 'x.csv', { type: 'text/csv' }));
    await waitFor(() => expect(notices.failed).toHaveBeenCalledWith('x.csv has no translations', expect.anything()));
    await userEvent.upload(input, new File(['module,text,translation\nresources.users,Delete {name},Bort {name}'], 'y.csv', { type: 'text/csv' }));
    await waitFor(() => expect(sent('localization:import')[0]?.body).toEqual({
      locale: 'sv-SE',
      rows: [{ module: 'resources.users', text: 'Delete {name}', translation: 'Bort {name}' }],
    }));
  });
});
