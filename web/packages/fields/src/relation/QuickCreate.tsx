import type { CollectionDefinition, FieldDefinition, RecordValues } from '@pergola/api';
import { useApi, useFailureText, useText } from '@pergola/plugin';
import { Alert, Form, Modal } from '@pergola/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isAsked, isRequired } from '../form/asked';
import { placeErrors } from '../form/placeErrors';
import { toWire } from '../form/recordValues';
import { interfaceOf } from '../registry';
import { keyOf, labelOf } from './relationField';

interface QuickCreateProps {
  field: FieldDefinition;
  target: CollectionDefinition;
  /** What was searched for, and is not there. */
  text: string;
  onCreated: (record: RecordValues) => void;
  onClose: () => void;
}

/** Asks for the title of a record and for what it cannot do without. */
export function QuickCreate({ field, target, text: wanted, onCreated, onClose }: QuickCreateProps) {
  const { t } = useTranslation();
  const text = useText();
  const api = useApi();
  const queries = useQueryClient();
  const failure = useFailureText();
  const id = useId();
  const [form] = Form.useForm<RecordValues>();
  const label = labelOf(field);
  const titleOf = (one: FieldDefinition) => text(one.uiSchema?.title) || one.name;
  const asked = (target.fields ?? [])
    .filter((one) => one.interface && isAsked(one, keyOf(field), true) && (one.name === label || isRequired(one)))
    .toSorted((a, b) => Number(b.name === label) - Number(a.name === label));

  const create = useMutation({
    mutationFn: async (values: RecordValues) => {
      const { data } = await api.post<RecordValues>(`${target.name}:create`, toWire(values, asked));
      return data;
    },
    onSuccess: (record) => {
      void queries.invalidateQueries({ queryKey: ['records', target.name] });
      onCreated(record);
    },
    onError: (error) => form.setFields(placeErrors(error, asked, titleOf).fields),
  });
  const { fields: placed, rest } = placeErrors(create.error, asked, titleOf);
  const unplaced = create.error && placed.length === 0 ? failure(create.error) : rest.join('\n');

  return (
    <Modal
      open
      title={t('Create in {title}', { title: text(target.title) || target.name })}
      okText={t('Create')}
      cancelText={t('Cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
      // The title is filled in already.
      afterOpenChange={(isOpen) => isOpen && form.focusField((asked[1] ?? asked[0])?.name ?? label)}
    >
      {unplaced && <Alert type="error" showIcon role="alert" title={unplaced} />}
      <Form
        form={form}
        // The form behind may have fields of the same names.
        name={id}
        layout="vertical"
        initialValues={{ [label]: wanted }}
        onFinish={(values) => create.mutate(values)}
      >
        {asked.map((one) => {
          const { Input } = interfaceOf(one);
          const message = t('{title} is needed.', { title: titleOf(one) });
          return (
            Input && (
              <Form.Item
                key={one.name}
                name={one.name}
                label={titleOf(one)}
                extra={text(one.description)}
                rules={isRequired(one) ? [{ required: true, message }] : []}
              >
                <Input field={one} />
              </Form.Item>
            )
          );
        })}
        <button type="submit" hidden tabIndex={-1} aria-label={t('Create')} />
      </Form>
    </Modal>
  );
}
