import type { CollectionDefinition } from '@pergola/api';
import { useRecordParts } from '@pergola/plugin';
import { IconButton } from '@pergola/ui';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface RecordPartsProps {
  collection: CollectionDefinition;
  recordKey: string;
}

/** What other plugins know about the record. */
export function RecordParts({ collection, recordKey }: RecordPartsProps) {
  const { t } = useTranslation();
  const parts = useRecordParts();
  const [open, setOpen] = useState<string>();
  const Part = parts.find((part) => part.title === open)?.Part;
  return (
    <>
      {parts.map(({ title, icon: Icon }) => (
        <IconButton key={title} icon={<Icon />} hint={t(title)} label={t(title)} onClick={() => setOpen(title)} />
      ))}
      {Part && (
        <Suspense fallback={null}>
          <Part collection={collection} recordKey={recordKey} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
