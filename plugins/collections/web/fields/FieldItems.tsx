import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { isRelation, type FieldInterface } from '@pergola/fields';
import { Checkbox, Form, Input, type FormInstance } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NameItem } from '../components/NameItem';
import { DefaultValueItem } from './DefaultValueItem';
import type { FieldForm } from './fieldForm';
import styles from './FieldItems.module.css';
import { OptionsInput } from './OptionsInput';
import { RelationChanges } from './RelationChanges';
import { RelationSettings } from './RelationSettings';
import { settingsOf } from './settings';

interface FieldItemsProps {
  collection: CollectionDefinition;
  kind: FieldInterface;
  /** Set while a field is edited. */
  field: FieldDefinition | undefined;
  form: FormInstance<FieldForm>;
  onTitle: (title: string) => void;
  onNameTyped: () => void;
}

const comparable = new Set(['number', 'string', 'object']);

/** Everything that is asked about a field of one kind. */
export function FieldItems({ collection, kind, field, form, onTitle, onNameTyped }: FieldItemsProps) {
  const { t } = useTranslation();
  const taken = useMemo(() => (collection.fields ?? []).map((other) => other.name), [collection]);
  const isNew = field === undefined;
  const isNewRelation = isNew && kind.group === 'relations';
  const isFilledByPeople = kind.Input !== undefined;
  const canBeUnique =
    isFilledByPeople &&
    kind.group !== 'relations' &&
    comparable.has(String(kind.definition.uiSchema?.type)) &&
    !kind.hasOptions;
  const settings = settingsOf(kind.name);

  return (
    <>
      <Form.Item
        name="title"
        label={t('Title')}
        rules={[{ required: true, whitespace: true, message: t('Give it a title.') }]}
      >
        <Input onChange={(event) => onTitle(event.target.value)} />
      </Form.Item>
      <NameItem
        label={t('Name')}
        extra={t('Used in its API and as the name of its column. It cannot be changed later.')}
        isFixed={!isNew || kind.fixedName !== undefined}
        taken={taken}
        onTyped={onNameTyped}
      />
      {kind.hasOptions && (
        <Form.Item name="options" label={t('Options')}>
          <OptionsInput />
        </Form.Item>
      )}
      {isNewRelation && <RelationSettings collection={collection} kind={kind} form={form} />}
      {field && isRelation(field) && <RelationChanges collection={collection} field={field} kind={kind} />}
      {settings && <settings.Items collection={collection} isNew={isNew} />}
      {kind.hasDefault && <DefaultValueItem kind={kind} field={field} />}
      <Form.Item name="description" label={t('Description')} extra={t('Shown below the field in forms.')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {isFilledByPeople && (
        <div className={styles['checks']}>
          <Form.Item name="isRequired" valuePropName="checked" noStyle>
            <Checkbox>{t('Required')}</Checkbox>
          </Form.Item>
          {canBeUnique && (
            <Form.Item name="isUnique" valuePropName="checked" noStyle>
              <Checkbox>{t('No two records may have the same value')}</Checkbox>
            </Form.Item>
          )}
        </div>
      )}
    </>
  );
}
