import type { Filter } from '@pergola/api';
import { useApi, useNotices } from '@pergola/plugin';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

export type Format = 'csv' | 'jsonl';

/** Saves what a filter selects as a file. */
export function useExport(filter: Filter | undefined) {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  return useMutation({
    mutationFn: async (format: Format) => {
      const file = await api.download('auditLogs:export', { params: { format, filter } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `audit-log-${new Date().toISOString().slice(0, 10)}.${format}`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: (error) => notices.failed(t('The log was not exported'), error),
  });
}
