import { useApi, useAct, useNotices, readText } from '@pergola/plugin';
import { useTranslation } from 'react-i18next';
import { fileOf, readFile, type GivenTranslation } from '../model/exchange';
import { readAllTexts, textsKey } from '../queries';

/** Translations of one language out to a file for a spreadsheet, and back in. */
export function useExchange(locale: string) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  const take = useAct<GivenTranslation[], { data: { written: number; unknown: number } }>({
    run: (client, rows) => client.post<{ written: number; unknown: number }>('localization:import', { locale, rows }),
    touches: [textsKey],
    failed: t('Nothing was taken from the file'),
    onDone: ({ data: { written, unknown } }) =>
      notices.done(t('Taken: {written}. Of texts that are not here: {unknown}.', { written, unknown })),
  });
  const save = useAct<void>({
    run: async () => download(`texts-${locale}.csv`, fileOf(await readAllTexts(api, locale))),
    touches: [],
    failed: t('The file could not be made'),
  });
  const open = async (file: File) => {
    const rows = readFile(await readText(file));
    if (rows) {
      take.mutate(rows);
    } else {
      notices.failed(t('{name} has no translations', { name: file.name }), new Error(t('The first line names the columns: module, text, translation.')));
    }
  };
  return { save: () => save.mutate(), open, isBusy: take.isPending || save.isPending };
}

function download(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
