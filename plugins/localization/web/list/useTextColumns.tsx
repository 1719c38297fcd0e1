import { Tag, useIsNarrow, type TableColumnsType } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextRow } from '../model/text';
import styles from '../texts.module.css';
import { TranslationCell } from './TranslationCell';
import { useModuleTitle } from './useModuleTitle';

/** The columns of the list; on a phone one with everything. */
export function useTextColumns(locale: string): TableColumnsType<TextRow> {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const moduleTitle = useModuleTitle();
  return useMemo(() => {
    const text = (row: TextRow) => <span className={styles['text']}>{row.text}</span>;
    const module = (row: TextRow) => <span className={styles['module']}>{moduleTitle(row.moduleTitle)}</span>;
    // Another stored text begins anew; what is being typed elsewhere stays.
    const translation = (row: TextRow) => (
      <TranslationCell key={`${locale} ${row.id} ${row.translation ?? ''}`} row={row} locale={locale} />
    );
    const state = ({ translation: shown, translationId }: TextRow) =>
      shown === null ? <Tag color="warning">{t('Missing')}</Tag> : translationId === null ? <Tag>{t('Built in')}</Tag> : <Tag color="success">{t('Own')}</Tag>;
    if (isNarrow) {
      return [
        {
          title: t('Text'),
          render: (_, row) => (
            <div className={styles['cell']}>
              {text(row)}
              {module(row)}
              {translation(row)}
              <span>{state(row)}</span>
            </div>
          ),
        },
      ];
    }
    return [
      { title: t('Text'), width: '36%', render: (_, row) => text(row) },
      { title: t('Part'), width: 160, render: (_, row) => module(row) },
      { title: t('Translation'), render: (_, row) => translation(row) },
      { title: t('State'), width: 110, render: (_, row) => state(row) },
    ];
  }, [t, isNarrow, locale, moduleTitle]);
}
