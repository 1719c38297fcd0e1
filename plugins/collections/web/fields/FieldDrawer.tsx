import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { interfaceOf, type FieldInterface } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Checkbox, Form, Input } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { titleFieldOf } from '../collectionsQuery';
import { FormDrawer } from '../components/FormDrawer';
import { namePattern, randomName } from '../newCollection';
import { useChange } from '../useChange';
import { changedField } from './changedField';
import { newField, type FieldForm } from './newField';
import { OptionsInput } from './OptionsInput';
import { RelationSettings } from './RelationSettings';

interface FieldDrawerProps {
  collection: CollectionDefinition;
  /** Set while a field is added. */
  kind: FieldInterface | undefined;
  /** Set while a field is edited. */
  field: FieldDefinition | undefined;
  onClose: () => void;
}

const numeric = new Set(['number', 'string', 'object']);

export function FieldDrawer({ collection, kind: added, field, onClose }: FieldDrawerProps) {
  const { t } = useTranslation();
  const text = useText();
  const [form] = Form.useForm<FieldForm>();
  const kind = field ? interfaceOf(field) : added;
  const isNewRelation = added?.group === 'relations';

  useEffect(() => {
    if (field) {
      form.setFieldsValue({
        title: text(field.uiSchema?.title),
        name: field.name,
        description: field.description ?? '',
        isRequired: field.validation?.rules.some((rule) => rule.name === 'required') ?? false,
        isUnique: field.unique ?? false,
        options: field.uiSchema?.enum ?? [],
      });
    } else if (added) {
      form.setFieldsValue({
        name: added.fixedName ?? randomName('f_'),
        ...(added.fixedName && { title: t(added.title) }),
        options: [],
        ...(added.group === 'relations' && {
          relation: {
            foreignKey: randomName('f_'),
            otherKey: randomName('f_'),
            through: randomName('t_'),
            onDelete: 'SET NULL',
            hasReverse: true,
            reverseName: randomName('f_'),
            reverseTitle: text(collection.title),
            reverseLabel: titleFieldOf(collection),
          },
        }),
      });
    }
  }, [field, added, collection, form, t, text]);

  const save = useChange<FieldForm>({
    run: (api, values) => {
      const resource = `collections/${collection.name}/fields`;
      if (field) {
        const params = { filterByTk: field.name };
        return api.post(`${resource}:update`, changedField(field, values, Boolean(kind?.hasOptions)), { params });
      }
      return kind ? api.post(`${resource}:create`, newField(kind, values)) : Promise.resolve();
    },
    failed: t('The field was not saved'),
    done: t('Saved'),
    onDone: onClose,
  });

  const canBeUnique = kind && !isNewRelation && numeric.has(String(kind.definition.uiSchema?.type)) && !kind.hasOptions;
  return (
    <FormDrawer
      title={kind && `${field ? t('Edit field') : t('Add field')}: ${t(kind.title)}`}
      isOpen={kind !== undefined}
      isBusy={save.isPending}
      form={form}
      width={isNewRelation ? 640 : 480}
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      <Form.Item
        name="title"
        label={t('Title')}
        rules={[{ required: true, whitespace: true, message: t('Give it a title.') }]}
      >
        <Input autoFocus />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('Name')}
        extra={t('Used in its API and as the name of its column. It cannot be changed later.')}
        rules={[
          { required: true, message: t('Give it a name.') },
          { pattern: namePattern, message: t('Use letters, digits and underscores, and begin with a letter.') },
        ]}
      >
        <Input disabled={field !== undefined || added?.fixedName !== undefined} spellCheck={false} />
      </Form.Item>
      {kind?.hasOptions && (
        <Form.Item name="options" label={t('Options')}>
          <OptionsInput />
        </Form.Item>
      )}
      {isNewRelation && added && <RelationSettings collection={collection} kind={added} form={form} />}
      <Form.Item name="description" label={t('Description')} extra={t('Shown below the field in forms.')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {kind?.Input && !isNewRelation && (
        <Form.Item name="isRequired" valuePropName="checked" noStyle>
          <Checkbox>{t('Required')}</Checkbox>
        </Form.Item>
      )}
      {canBeUnique && kind.Input && (
        <Form.Item name="isUnique" valuePropName="checked" noStyle>
          <Checkbox>{t('No two records may have the same value')}</Checkbox>
        </Form.Item>
      )}
    </FormDrawer>
  );
}
