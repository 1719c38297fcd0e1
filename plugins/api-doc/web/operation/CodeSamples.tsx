import { Segmented } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCSharp, toCurl, toFetch, type WrittenRequest } from '../model/code';
import { CodeBlock } from './CodeBlock';
import styles from './operation.module.css';

const languages = {
  curl: { label: 'curl', write: toCurl },
  fetch: { label: 'fetch', write: toFetch },
  csharp: { label: 'C#', write: toCSharp },
};

type Language = keyof typeof languages;

/** The request in languages that programs are written in. The token is left out of them. */
export function CodeSamples({ request }: { request: WrittenRequest }) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<Language>('curl');
  const { label, write } = languages[language];
  return (
    <section className={styles['section']}>
      <div className={styles['row']}>
        <h3>{t('As code')}</h3>
        <Segmented<Language>
          value={language}
          aria-label={t('Shown as')}
          options={Object.entries(languages).map(([value, one]) => ({ value: value as Language, label: one.label }))}
          onChange={setLanguage}
        />
      </div>
      <CodeBlock text={write(request)} label={label} />
    </section>
  );
}
