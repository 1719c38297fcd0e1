import type { CollectionDefinition } from '@pergola/api';
import { IconButton, PasteIcon } from '@pergola/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const PasteDialog = lazy(async () => ({ default: (await import('./PasteDialog')).PasteDialog }));

interface PasteRowsProps {
  collection: CollectionDefinition;
  /** Names of the fields in the table, in their order. */
  shown: readonly string[];
}

/** Makes records of a table on the clipboard: by the keys for pasting, or by a button that asks for it. */
export function PasteRows({ collection, shown }: PasteRowsProps) {
  const { t } = useTranslation();
  /** Empty when it is still to be pasted, null while there is no dialog. */
  const [text, setText] = useState<string | null>(null);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (isTable(pasted) && !isElsewhere(event.target) && !isCovered()) {
        event.preventDefault();
        setText(pasted);
      }
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);

  return (
    <>
      <IconButton icon={<PasteIcon />} hint={t('Paste rows')} label={t('Paste rows')} onClick={() => setText('')} />
      {text !== null && (
        <Suspense>
          <PasteDialog collection={collection} shown={shown} pasted={text} onClose={() => setText(null)} />
        </Suspense>
      )}
    </>
  );
}

/** One word is more likely to be a slip than a record. */
const isTable = (text: string) => /[\t\n]/.test(text.trim());

/** Where pasting means something else already. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** Whether a form or a question lies over the table. */
const isCovered = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
