import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { interfaceOf, isRelation } from '@pergola/fields';
import { useApi, useNotices, useText } from '@pergola/plugin';
import { Form, Skeleton } from '@pergola/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleFields } from '../collectionsQuery';
import { FormDrawer } from '../components/FormDrawer';
import { LoadFailure } from '../components/LoadFailure';
import { isAsked, isRequired } from './askedFields';
import { toWire } from './recordValues';
import { recordsKey } from './useRecords';

interface RecordDrawerProps {
  collection: CollectionDefinition;
  /** Null for a new one. */
  recordKey: string | null;
  onClose: () => void;
}

export function RecordDrawer({ collection, recordKey, onClose }: RecordDrawerProps) {
  const { t } = useTranslation();
  const text = useText();
  const api = useApi();
  const notices = useNotices();
  const queries = useQueryClient();
  const [form] = Form.useForm<RecordValues>();
  const fields = visibleFields(collection);
  const asked = fields.filter((field) => isAsked(field, collection, recordKey === null));
  const record = useRecord(collection, recordKey, fields);

  useEffect(() => {
    if (record.data && !form.isFieldsTouched()) {
      form.setFieldsValue(record.data);
    }
  }, [record.data, form]);

  const save = useMutation({
    mutationFn: (values: RecordValues) => {
      const touched = asked.filter((field) => form.isFieldTouched(field.name));
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
  const isReady = recordKey === null || record.data !== undefined;
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
      {record.isLoading && <Skeleton active />}
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

function rulesOf(field: FieldDefinition, message: string) {
  return isRequired(field) ? [{ required: true, message }] : [];
}
