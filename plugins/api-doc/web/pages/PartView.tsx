import { LoadFailure } from '@pergola/plugin';
import { EmptyState, Skeleton } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { operationOf } from '../model/document';
import type { Part } from '../model/parts';
import { OperationPanel } from '../operation/OperationPanel';
import { useDocument, useSampleKey } from '../queries';

interface PartViewProps {
  part: Part;
  action: string;
  preset: string | null;
}

/** An action of a part, once the part's document is there. */
export function PartView({ part, action, preset }: PartViewProps) {
  const { t } = useTranslation();
  const { data: document, error, refetch } = useDocument(part.ns);
  const id = `${part.resource}.${action.replace(':', '.')}`;
  const operation = useMemo(() => document && operationOf(document, id), [document, id]);
  const sample = useSampleKey(document, operation);
  if (error && !document) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (!document || sample.isLoading) {
    return <Skeleton active />;
  }
  if (!operation) {
    return (
      <EmptyState title={t('This is not there for you')}>
        {t('It is gone, or your role does not allow it. Choose something else.')}
      </EmptyState>
    );
  }
  return (
    <OperationPanel
      key={id}
      document={document}
      operation={operation}
      preset={preset}
      sampleKey={sample.data ?? null}
    />
  );
}
