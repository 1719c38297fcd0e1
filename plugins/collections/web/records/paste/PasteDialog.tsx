import type { CollectionDefinition } from '@pergola/api';
import { useText } from '@pergola/plugin';
import { Button, Modal, Progress } from '@pergola/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTable } from './clipboardTable';
import { PastePreview } from './PastePreview';
import { PasteReport } from './PasteReport';
import { PasteText } from './PasteText';
import styles from './PasteDialog.module.css';
import { useCreateRows } from './useCreateRows';
import { usePastedRows } from './usePastedRows';

interface PasteDialogProps {
  collection: CollectionDefinition;
  shown: readonly string[];
  /** Empty when it is to be pasted here. */
  pasted: string;
  onClose: () => void;
}

/** From a copied table to records: what goes where, what does not convert, and what became of it. */
export function PasteDialog({ collection, shown, pasted, onClose }: PasteDialogProps) {
  const { t } = useTranslation();
  const text = useText();
  const [typed, setTyped] = useState(pasted);
  const table = useMemo(() => parseTable(typed), [typed]);
  const rows = usePastedRows(collection, shown, table);
  const sending = useCreateRows(collection, onClose);
  const title = text(collection.title) || collection.name;
  const { outcome, progress } = sending;

  const body = () => {
    if (outcome) {
      return <PasteReport outcome={outcome} />;
    }
    if (sending.isSending) {
      return (
        <div className={styles['sending']} aria-live="polite">
          <Progress
            percent={Math.round((100 * progress.done) / Math.max(1, progress.count))}
            aria-label={t('Create records')}
          />
          {t('{done} of {count}', progress)}
        </div>
      );
    }
    return table.length === 0 ? <PasteText value={typed} onChange={setTyped} /> : <PastePreview rows={rows} />;
  };

  const footer = () => {
    if (outcome) {
      return (
        <>
          {outcome.unsent.length > 0 && (
            <Button onClick={() => sending.send(outcome.unsent)}>{t('Send the rest')}</Button>
          )}
          {outcome.keys.length > 0 && (
            <Button loading={sending.isUndoing} onClick={sending.undo}>
              {t('Undo')}
            </Button>
          )}
          <Button type="primary" onClick={onClose}>
            {t('Close')}
          </Button>
        </>
      );
    }
    if (sending.isSending) {
      return <Button onClick={sending.stop}>{t('Stop')}</Button>;
    }
    return (
      <>
        <Button onClick={onClose}>{t('Cancel')}</Button>
        <Button
          type="primary"
          disabled={rows.ready.length === 0 || rows.isPending}
          onClick={() => sending.send(rows.ready)}
        >
          {t('Create {count}', { count: rows.ready.length })}
        </Button>
      </>
    );
  };

  return (
    <Modal
      open
      width={1040}
      title={t('Paste rows into {title}', { title })}
      closable={!sending.isSending}
      keyboard={!sending.isSending}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={<div className={styles['footer']}>{footer()}</div>}
    >
      {body()}
    </Modal>
  );
}
