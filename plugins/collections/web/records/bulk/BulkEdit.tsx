import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf, isAsked, isRequired, isToMany, keyFieldOf, visibleFields } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Button, Checkbox, CloseIcon, Modal, Select } from '@pergola/ui';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './BulkEdit.module.css';
import { useBulkEdit } from './useBulkEdit';

interface BulkEditProps {
  collection: CollectionDefinition;
  keys: string[];
  onClose: () => void;
}

/** Values of chosen fields for many records at once; the other fields stay as they are. */
export function BulkEdit({ collection, keys, onClose }: BulkEditProps) {
  const { t } = useTranslation();
  const text = useText();
  const [values, setValues] = useState<RecordValues>({});
  const save = useBulkEdit(collection, keys, onClose);
  const fields = useMemo(() => editable(collection), [collection]);
  const chosen = Object.keys(values).flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const titleOf = (field: FieldDefinition) => text(field.uiSchema?.title) || field.name;
  const isReady = chosen.length > 0 && chosen.every((field) => values[field.name] !== undefined);
  const left = fields.filter((field) => !chosen.includes(field));
  const change = (name: string, value: unknown) => setValues((now) => ({ ...now, [name]: value }));
  const drop = (name: string) =>
    setValues((now) => Object.fromEntries(Object.entries(now).filter(([other]) => other !== name)));

  return (
    <Modal
      open
      width={640}
      title={t('Edit records: {count}', { count: keys.length })}
      okText={t('Change {count}', { count: keys.length })}
      cancelText={t('Cancel')}
      okButtonProps={{ disabled: !isReady, loading: save.isPending }}
      mask={{ closable: false }}
      onOk={() => save.mutate({ values, fields: chosen })}
      onCancel={onClose}
    >
      <div className={styles['fields']}>
        <p>{t('Choose what they shall all have. Other fields stay as they are.')}</p>
        {chosen.map((field) => (
          <BulkField
            key={field.name}
            field={field}
            title={titleOf(field)}
            value={values[field.name]}
            onChange={(value) => change(field.name, value)}
            onRemove={() => drop(field.name)}
          />
        ))}
        {left.length > 0 && (
          <Select
            aria-label={t('Add field')}
            placeholder={t('Add field')}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            autoFocus
            options={left.map((field) => ({ value: field.name, label: titleOf(field) }))}
            onChange={(name: string | null) => name && change(name, startOf(fields, name))}
          />
        )}
      </div>
    </Modal>
  );
}

interface BulkFieldProps {
  field: FieldDefinition;
  title: string;
  /** Undefined while nobody has said what it is to be; null to make it empty. */
  value: unknown;
  onChange: (value: unknown) => void;
  onRemove: () => void;
}

function BulkField({ field, title, value, onChange, onRemove }: BulkFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isEmptied, setIsEmptied] = useState(false);
  const { Input } = interfaceOf(field);
  const empty = isToMany(field) || field.type === 'array' ? [] : null;

  return (
    <div className={styles['field']} role="group" aria-label={title}>
      <label htmlFor={id}>{title}</label>
      <div className={styles['input']}>
        {Input && <Input id={id} field={field} value={isEmptied ? null : value} disabled={isEmptied} onChange={onChange} />}
      </div>
      {!isRequired(field) && field.type !== 'boolean' && (
        <Checkbox
          checked={isEmptied}
          onChange={({ target }) => {
            setIsEmptied(target.checked);
            onChange(target.checked ? empty : undefined);
          }}
        >
          {t('Make empty')}
        </Checkbox>
      )}
      <Button
        type="text"
        icon={<CloseIcon />}
        aria-label={t('Leave {title} as it is', { title })}
        onClick={onRemove}
      />
    </div>
  );
}

/** What is to be unique cannot be the same in several records. */
const editable = (collection: CollectionDefinition): FieldDefinition[] =>
  visibleFields(collection).filter(
    (field) => isAsked(field, keyFieldOf(collection), false) && !field.unique && interfaceOf(field).Input,
  );

/** A box is either checked or not; everything else waits for a value. */
const startOf = (fields: readonly FieldDefinition[], name: string) =>
  fields.find((field) => field.name === name)?.type === 'boolean' ? false : undefined;
