import type { FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf, keyOf } from '@pergola/fields';
import { VisuallyHidden } from '@pergola/ui';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRelated } from './useRelated';

interface RecordsValueProps {
  field: FieldDefinition;
  /** Keys of the chosen records. */
  value: unknown;
  onChange: (value: unknown) => void;
}

const noKeys: unknown[] = [];

/** Chooses records by their titles; kept are their keys. */
export function RecordsValue({ field, value, onChange }: RecordsValueProps) {
  const { t } = useTranslation();
  const id = useId();
  const keys = Array.isArray(value) ? (value as unknown[]) : noKeys;
  const key = keyOf(field);
  const known = useRelated(field, keys);
  // One may be compared with several, whichever way the relation goes.
  const several = useMemo(() => ({ ...field, interface: 'm2m', type: 'belongsToMany' }), [field]);
  const records = useMemo(
    () => keys.map((one) => known.find((record) => String(record[key]) === String(one)) ?? { [key]: one }),
    [keys, known, key],
  );
  const { Input } = interfaceOf(several);

  return (
    <>
      <VisuallyHidden>
        <label htmlFor={id}>{t('Value')}</label>
      </VisuallyHidden>
      {Input && (
        <Input
          id={id}
          field={several}
          value={records}
          onChange={(chosen) => onChange((chosen as RecordValues[]).map((record) => record[key]))}
        />
      )}
    </>
  );
}
