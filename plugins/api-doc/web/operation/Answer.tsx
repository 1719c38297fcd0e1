import type { RawAnswer } from '@pergola/api';
import { useFailureText } from '@pergola/plugin';
import { Alert } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pretty } from '../model/highlight';
import { CodeBlock } from './CodeBlock';
import { JsonText } from './JsonText';
import styles from './operation.module.css';

interface AnswerProps {
  answer: RawAnswer | undefined;
  error: unknown;
  isWaiting: boolean;
}

/** What came back: status, time and size, headers, and the answer itself. */
export function Answer({ answer, error, isWaiting }: AnswerProps) {
  const { t, i18n } = useTranslation();
  const failure = useFailureText();
  const text = useMemo(() => pretty(answer?.text ?? ''), [answer]);
  if (error) {
    return <Alert type="error" showIcon role="alert" title={failure(error)} />;
  }
  if (!answer) {
    return null;
  }
  const number = new Intl.NumberFormat(i18n.language);
  const bytes = new TextEncoder().encode(answer.text).length;
  return (
    <section className={isWaiting ? styles['dimmed'] : styles['section']}>
      <p role="status" className={styles['facts']}>
        <span className={answer.status < 400 ? styles['done'] : styles['refused']}>{answer.status}</span>
        <span>{t('{count} ms', { count: number.format(Math.round(answer.milliseconds)) })}</span>
        <span>{t('{count} bytes', { count: number.format(bytes) })}</span>
        {answer.requestId && <span>{`${t('Request')} ${answer.requestId}`}</span>}
      </p>
      <details>
        <summary>{t('Headers of the answer')}</summary>
        <dl className={styles['headers']}>
          {answer.headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {text !== '' && (
        <CodeBlock text={text} label={t('Answer')}>
          <JsonText text={text} />
        </CodeBlock>
      )}
    </section>
  );
}
