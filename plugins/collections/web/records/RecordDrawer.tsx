import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { isAsked, keyFieldOf, visibleFields } from '@pergola/fields';
import { FormDrawer, LoadFailure, useLeave, useReturnFocus, useText } from '@pergola/plugin';
import { Alert, Button, EmptyState, Form, Skeleton } from '@pergola/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './RecordDrawer.module.css';
import { RecordFields } from './RecordFields';
import { RecordParts } from './RecordParts';
import { RecordSteps } from './RecordSteps';
import { SystemValues } from './SystemValues';
import { useLeaveGuard } from './useLeaveGuard';
import { useMayUpdate } from './useMayUpdate';
import { usePrefetch, useRecord } from './useRecord';
import { changedValues, useSaveRecord } from './useSaveRecord';
import { useSiblings } from './useSiblings';

interface RecordDrawerProps {
  collection: CollectionDefinition;
  /** Null for a new one. */
  recordKey: string | null;
  /** Of a new record in a tree: the one above it. */
  parentKey?: string | null;
  onOpen: (key: string) => void;
  onClose: () => void;
}

export function RecordDrawer({ collection, recordKey, parentKey = null, onOpen, onClose }: RecordDrawerProps) {
  const { t } = useTranslation();
  const text = useText();
  const [form] = Form.useForm<RecordValues>();
  const leave = useLeave(form);
  const letThrough = useLeaveGuard(form);
  const isNew = recordKey === null;
  const record = useRecord(collection, recordKey);
  const mayUpdate = useMayUpdate(collection, recordKey);
  const isOpen = isNew || mayUpdate;
  const { asked, shown } = useMemo(() => partsOf(collection, isNew, isOpen), [collection, isNew, isOpen]);
  const { parentField, parent } = useParent(collection, isNew ? parentKey : null);
  const { previous, next } = useSiblings(collection, recordKey);
  usePrefetch(collection, [previous, next], record.data !== undefined);
  useReturnFocus();
  const [goneKey, setGoneKey] = useState<string | null>(null);

  const fill = useCallback(
    (values: RecordValues) =>
      form.setFields(asked.map(({ name }) => ({ name, value: values[name], touched: false, errors: [] }))),
    [asked, form],
  );
  const fillNew = useCallback(() => {
    const defaults = Object.fromEntries(asked.map((field) => [field.name, field.defaultValue]));
    fill({ ...defaults, ...(parentField && { [parentField.name]: parent }) });
  }, [asked, fill, parent, parentField]);

  const filled = useRef<string | null>(undefined);
  useEffect(() => {
    const isSame = filled.current === recordKey;
    if ((isNew || record.data) && !(isSame && form.isFieldsTouched())) {
      filled.current = recordKey;
      if (record.data) {
        fill(record.data);
      } else {
        fillNew();
      }
    }
  }, [record.data, recordKey, isNew, fill, fillNew, form]);

  const close = () => {
    letThrough();
    onClose();
  };
  const save = useSaveRecord({
    collection,
    recordKey,
    form,
    fields: asked,
    onSaved: (goesOn) => {
      if (goesOn) {
        fillNew();
        form.focusField(asked[0]?.name ?? '');
      } else {
        close();
      }
    },
    onGone: () => setGoneKey(recordKey),
  });

  const submit = (values: RecordValues, goesOn = false) => {
    const body = changedValues(form, values, asked, isNew && parentField ? [parentField.name] : []);
    if (!isNew && Object.keys(body).length === 0) {
      close();
      return;
    }
    save.mutate({ body, goesOn });
  };

  const submitAndGoOn = async () => {
    try {
      submit(await form.validateFields(), true);
    } catch {
      // The form says beside its fields what is wrong.
      form.scrollToField(form.getFieldsError().find(({ errors }) => errors.length > 0)?.name ?? '', { focus: true });
    }
  };

  const open = useCallback(
    (key: string) =>
      leave(() => {
        letThrough();
        onOpen(key);
      }),
    [leave, letThrough, onOpen],
  );

  const title = text(collection.title) || collection.name;
  const isMissing = record.data === null;
  return (
    <FormDrawer
      title={isNew ? t('Add to {title}', { title }) : isOpen ? t('Edit in {title}', { title }) : title}
      isOpen
      isBusy={save.isPending}
      isClosed={!isOpen || isMissing || (record.error !== null && !record.data)}
      form={form}
      width={560}
      extra={
        !isNew && (
          <div className={styles['steps']}>
            <RecordParts collection={collection} recordKey={recordKey} />
            <RecordSteps previous={previous} next={next} onOpen={open} />
          </div>
        )
      }
      actions={
        isNew && (
          <Button
            disabled={save.isPending}
            onClick={() => void submitAndGoOn()}
          >
            {t('Save and add another')}
          </Button>
        )
      }
      onClose={close}
      // What the server said of a value does not hold for the next one.
      onChange={(changed) => form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })))}
      {...(isNew && asked[0] && { firstField: asked[0].name })}
      onSubmit={(values) => submit(values)}
    >
      {record.error && !record.data && <LoadFailure error={record.error} onRetry={() => void record.refetch()} />}
      {record.isLoading && <Skeleton active />}
      {isMissing && (
        <EmptyState title={t('This record no longer exists')}>
          {t('Somebody has deleted it, or the address is not complete.')}
        </EmptyState>
      )}
      {goneKey !== null && goneKey === recordKey && !isMissing && (
        <Alert
          className={styles['gone'] ?? ''}
          type="error"
          showIcon
          role="alert"
          title={t('This record no longer exists')}
          description={t('It was deleted meanwhile. What you typed is still here to be copied.')}
        />
      )}
      {(isNew || record.data) && (
        <RecordFields fields={asked}>
          {record.data && (
            <SystemValues label={isOpen ? t('Filled in by the system') : title} fields={shown} record={record.data} />
          )}
        </RecordFields>
      )}
    </FormDrawer>
  );
}

/** What people fill in, and what they read. */
function partsOf(collection: CollectionDefinition, isNew: boolean, isOpen: boolean) {
  const fields = visibleFields(collection);
  const key = keyFieldOf(collection);
  const asks = (field: FieldDefinition) => isOpen && isAsked(field, key, isNew);
  return { asked: fields.filter(asks), shown: fields.filter((field) => !asks(field) && !field.isForeignKey) };
}

function useParent(collection: CollectionDefinition, key: string | null) {
  const parent = useRecord(collection, key);
  const field = key === null ? undefined : collection.fields?.find((one) => one.treeParent);
  return { parentField: field, parent: parent.data ?? undefined };
}
