import type { RawAnswer } from '@pergola/api';
import { useFailureText } from '@pergola/plugin';
import { Alert } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './api.module.css';
import { CodeBlock } from './CodeBlock';

/** What came back: status, time and size, and the answer itself. */
export function RunResult({ answer, error }: { answer: RawAnswer | undefined; error: unknown }) {
  const { t, i18n } = useTranslation();
  const failure = useFailureText();
  if (error) {
    return <Alert type="error" showIcon role="alert" title={failure(error)} />;
  }
  if (!answer) {
    return null;
  }
  const number = new Intl.NumberFormat(i18n.language);
  const bytes = new TextEncoder().encode(answer.text).length;
  const isDone = answer.status < 400;
  return (
    <div className={styles['result']}>
      <p role="status" className={styles['facts']}>
        <span className={isDone ? styles['done'] : styles['refused']}>{answer.status}</span>
        <span>{t('{count} ms', { count: number.format(Math.round(answer.milliseconds)) })}</span>
        <span>{t('{count} bytes', { count: number.format(bytes) })}</span>
        {answer.requestId && <span>{`${t('Request')} ${answer.requestId}`}</span>}
      </p>
      <CodeBlock text={pretty(answer.text)} label={t('Answer')} />
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not every answer is JSON; a missing resource is plain text.
    return text;
  }
}
