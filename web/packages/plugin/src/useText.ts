import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { translateTemplate } from './msg';

/** Namespace of what people made of the titles that people gave; apart from the texts of the product, which may sound the same. */
export const titles = 'titles';

/** Shows titles as they are stored, in the reader's language: what was made of them, and their `{{t("…")}}`. */
export function useText(): (text: string | null | undefined) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (text) => {
      const own: unknown = text ? i18n.getResource(i18n.language, titles, text) : undefined;
      return typeof own === 'string' ? own : translateTemplate(text ?? '', t);
    },
    [t, i18n],
  );
}
