import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf, isRelation } from '@pergola/fields';
import { useApi, useNotices, useText } from '@pergola/plugin';
import { Form, Skeleton } from '@pergola/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleFields } from '../collectionsQuery';
import { FormDrawer } from '../components/FormDrawer';
import { LoadFailure } from '../components/LoadFailure';
import { isAsked, isRequired } from './askedFields';
import { toWire } from './recordValues';
import { parentFieldOf } from './tree';
import { recordsKey } from './useRecords';
import { useReturnFocus } from './useReturnFocus';

interface RecordDrawerProps {
  collection: CollectionDefinition;
  /** Null for a new one. */
  recordKey: string | null;
  /** Of a new record in a tree: the one above it. */
  parentKey: string | null;
  onClose: () => void;
}

export function RecordDrawer({ collection, recordKey, parentKey, onClose }: RecordDrawerProps) {
  useReturnFocus();
  const { t } = useTranslation();
  const text = useText();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const [form] = Form.useForm<RecordValues>();
  const fields = visibleFields(collection);
  const asked = fields.filter((field) => isAsked(field, collection, recordKey === null));
  const record = useRecord(collection, recordKey, fields);
  const parentField = recordKey === null && parentKey !== null ? parentFieldOf(collection) : undefined;
  const parent = useRecord(collection, parentField ? parentKey : null, []);

  useEffect(() => {
    if (record.data && !form.isFieldsTouched()) {
      form.setFields(untouched(record.data));
    }
  }, [record.data, form]);
  useEffect(() => {
    if (parentField && parent.data) {
      form.setFields(untouched({ [parentField.name]: parent.data }));
    }
  }, [parent.data, parentField, form]);

  const save = useMutation({
    mutationFn: (values: RecordValues) => {
      const touched = asked.filter((field) => field === parentField || form.isFieldTouched(field.name));
      const body = toWire(values, touched);
      return recordKey === null
        ? api.post(`${collection.name}:create`, body)
        : api.post(`${collection.name}:update`, body, { params: { filterByTk: recordKey } });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['records'] });
      notices.done(t('Saved'));
      onClose();
    },
    onError: (error) => notices.failed(t('The record was not saved'), error),
  });

  const title = text(collection.title) || collection.name;
  // The drawer comes at once; its inputs are many and are drawn in the gaps.
  const isReady = useDeferredValue(recordKey === null || record.data !== undefined, false);
  return (
    <FormDrawer
      title={recordKey === null ? t('Add to {title}', { title }) : t('Edit in {title}', { title })}
      isOpen
      isBusy={save.isPending}
      form={form}
      width={560}
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      {record.error && !record.data && (
        <LoadFailure error={record.error} onRetry={() => void record.refetch()} />
      )}
      {!isReady && !record.error && <Skeleton active />}
      {isReady &&
        asked.map((field) => {
          const { Input, title: kind } = interfaceOf(field);
          const label = text(field.uiSchema?.title) || field.name;
          return (
            Input && (
              <Form.Item
                key={field.name}
                name={field.name}
                label={label}
                extra={field.description}
                rules={rulesOf(field, t('{title} is needed.', { title: label }))}
                data-kind={kind}
              >
                <Input field={field} />
              </Form.Item>
            )
          );
        })}
    </FormDrawer>
  );
}

function useRecord(collection: CollectionDefinition, key: string | null, fields: FieldDefinition[]) {
  const api = useApi();
  return useQuery({
    queryKey: [...recordsKey(collection.name), 'get', key],
    enabled: key !== null,
    queryFn: async ({ signal }) => {
      const appends = fields.filter(isRelation).map((field) => field.name);
      const params = { filterByTk: key, appends };
      return (await api.get<RecordValues>(`${collection.name}:get`, { params, signal })).data;
    },
  });
}

/** What is filled in here is not what somebody typed: closing does not ask, saving does not send it. */
const untouched = (values: RecordValues) =>
  Object.entries(values).map(([name, value]) => ({ name, value, touched: false }));

function rulesOf(field: FieldDefinition, message: string) {
  return isRequired(field) ? [{ required: true, message }] : [];
}
