import { useAct, useFailureText } from '@pergola/plugin';
import { Input } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeFaults, type TextRow } from '../model/text';
import { textsKey } from '../queries';
import styles from '../texts.module.css';

/** One translation, written where it stands: leaving it saves, Escape takes it back, nothing in it is what came with the product. */
export function TranslationCell({ row, locale }: { row: TextRow; locale: string }) {
  const { t } = useTranslation();
  const describe = useFailureText();
  const stored = row.translation ?? '';
  const [typed, setTyped] = useState(stored);

  const save = useAct<string>({
    run: (api, translation) =>
      translation.trim()
        ? api.post(
            'localizationTranslations:updateOrCreate',
            { textId: row.id, locale, translation },
            { params: { filterKeys: ['textId', 'locale'] } },
          )
        : api.post('localizationTranslations:destroy', undefined, { params: { filterByTk: row.translationId } }),
    touches: [textsKey],
  });
  const leave = () => {
    const isEmptied = !typed.trim();
    if (typed === stored || (isEmptied && row.translationId === null)) {
      setTyped(stored);
    } else {
      save.mutate(typed);
    }
  };

  const { lacks, extra } = typed ? placeFaults(row.text, typed) : { lacks: [], extra: [] };
  return (
    <div className={styles['cell']}>
      <Input.TextArea
        aria-label={t('Translation of {text}', { text: row.text })}
        autoSize={{ minRows: 1, maxRows: 8 }}
        lang={locale}
        value={typed}
        disabled={save.isPending}
        status={save.error ? 'error' : ''}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setTyped(stored);
          } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.currentTarget.blur();
          }
        }}
      />
      {save.error && (
        <span className={styles['wrong']} role="alert">
          {t('Not saved')}: {describe(save.error)}
        </span>
      )}
      {lacks.length > 0 && <span className={styles['hint']}>{t('Without {places} a value is not shown.', { places: lacks.join(' ') })}</span>}
      {extra.length > 0 && <span className={styles['hint']}>{t('Nothing is put in place of {places}.', { places: extra.join(' ') })}</span>}
      {row.translationId !== null && row.builtIn !== null && (
        <span className={styles['hint']}>{t('Came with the product: {text}', { text: row.builtIn })}</span>
      )}
    </div>
  );
}
