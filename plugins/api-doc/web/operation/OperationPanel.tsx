import { Card, Tag } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiDocument, Operation } from '../model/document';
import { typeText } from '../model/typeText';
import { CodeBlock } from './CodeBlock';
import styles from './operation.module.css';
import { TryIt } from './TryIt';
import { Words } from './Words';

interface OperationPanelProps {
  document: ApiDocument;
  operation: Operation;
  /** Parameters as JSON, filled in at first. */
  preset: string | null;
  sampleKey: string | null;
}

/** One action: what it is for, a form to try it, and what it answers. */
export function OperationPanel({ document, operation, preset, sampleKey }: OperationPanelProps) {
  const { t } = useTranslation();
  const answer = useMemo(
    () => (operation.answer ? typeText(document, operation.answer) : undefined),
    [document, operation],
  );
  return (
    <article className={styles['panel']} aria-labelledby="operation-summary">
      <header className={styles['head']}>
        <h2 id="operation-summary">{operation.summary}</h2>
        <p className={styles['address']}>
          <Tag className={styles['method'] ?? ''}>{operation.method}</Tag>
          <code>{operation.path}</code>
          {operation.isPublic && <Tag>{t('open to everybody')}</Tag>}
        </p>
        {operation.description?.split('\n').map((line) => <Words key={line} text={line} />)}
      </header>
      <Card>
        <TryIt document={document} operation={operation} preset={preset} sampleKey={sampleKey} />
      </Card>
      {answer && (
        <Card>
          <details className={styles['answers']}>
            <summary>{t('What it answers')}</summary>
            <CodeBlock text={answer} label={t('What it answers')} />
          </details>
        </Card>
      )}
    </article>
  );
}
