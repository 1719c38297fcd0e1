import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { translateTemplate } from './msg';

/** Shows titles as they are stored, with their `{{t("…")}}` in the reader's language. */
export function useText(): (text: string | null | undefined) => string {
  const { t } = useTranslation();
  return useCallback((text) => translateTemplate(text ?? '', t), [t]);
}
