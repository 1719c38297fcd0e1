import { useApi, useNotices } from '@pergola/plugin';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** Saves the document of a part as a file; an empty name is everything. */
export function useSave() {
  const { t } = useTranslation();
  const api = useApi();
  const notices = useNotices();
  return useMutation({
    mutationFn: async (ns: string) => {
      const file = await api.download('swagger:get', { params: { ns } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `openapi${ns === '' ? '' : `-${ns.replaceAll('/', '-')}`}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: (error) => notices.failed(t('The document was not saved'), error),
  });
}
