import type { CollectionDefinition } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Checkbox, Form, Input, Select, type FormInstance } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { titleFieldOf, useCollections, visibleFields } from '../collectionsQuery';
import { namePattern } from '../newCollection';
import type { FieldForm } from './newField';
import { RelationPicture } from './RelationPicture';
import styles from './RelationSettings.module.css';

interface RelationSettingsProps {
  collection: CollectionDefinition;
  kind: FieldInterface;
  form: FormInstance<FieldForm>;
}

/** Where the relation goes, how it is kept, and what the other side sees of it. */
export function RelationSettings({ collection, kind, form }: RelationSettingsProps) {
  const { t } = useTranslation();
  const text = useText();
  const { collections } = useCollections();
  const target = Form.useWatch(['relation', 'target'], form);
  const hasReverse = Form.useWatch(['relation', 'hasReverse'], form);
  const targetCollection = collections.find((other) => other.name === target);
  const isBetweenMany = kind.name === 'm2m';

  const labels = useMemo(
    () => (other: CollectionDefinition | undefined) =>
      other
        ? visibleFields(other)
            .filter((field) => !field.target)
            .map((field) => ({ value: field.name, label: text(field.uiSchema?.title) || field.name }))
        : [],
    [text],
  );
  const name = { pattern: namePattern, message: t('Use letters, digits and underscores, and begin with a letter.') };
  const required = { required: true, message: t('This is needed.') };

  return (
    <>
      <RelationPicture collection={collection} kind={kind} form={form} target={targetCollection} />
      <div className={styles['pair']}>
        <Form.Item name={['relation', 'target']} label={t('Related collection')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={collections.map((other) => ({ value: other.name, label: text(other.title) || other.name }))}
            onChange={(chosen: string) => {
              const other = collections.find((candidate) => candidate.name === chosen);
              if (other) {
                form.setFieldValue(['relation', 'label'], titleFieldOf(other));
              }
            }}
          />
        </Form.Item>
        <Form.Item name={['relation', 'label']} label={t('Shown as')} rules={[required]}>
          <Select options={labels(targetCollection)} disabled={!targetCollection} />
        </Form.Item>
      </div>
      <div className={styles['pair']}>
        <Form.Item name={['relation', 'foreignKey']} label={t('Foreign key')} rules={[required, name]}>
          <Input spellCheck={false} />
        </Form.Item>
        {isBetweenMany ? (
          <Form.Item name={['relation', 'otherKey']} label={t('Other key')} rules={[required, name]}>
            <Input spellCheck={false} />
          </Form.Item>
        ) : (
          <Form.Item name={['relation', 'onDelete']} label={t('When the related record is deleted')}>
            <Select
              options={[
                { value: 'SET NULL', label: t('Empty the relation') },
                { value: 'CASCADE', label: t('Delete this one too') },
                { value: 'RESTRICT', label: t('Refuse') },
                { value: 'NO ACTION', label: t('Do nothing') },
              ]}
            />
          </Form.Item>
        )}
      </div>
      {isBetweenMany && (
        <Form.Item
          name={['relation', 'through']}
          label={t('Collection in the middle')}
          extra={t('Holds the pairs; it is created when it does not exist.')}
          rules={[required, name]}
        >
          <Input spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item name={['relation', 'hasReverse']} valuePropName="checked">
        <Checkbox>{t('Also add a field at the other side')}</Checkbox>
      </Form.Item>
      {hasReverse && (
        <div className={styles['triple']}>
          <Form.Item name={['relation', 'reverseTitle']} label={t('Its title')} rules={[required]}>
            <Input />
          </Form.Item>
          <Form.Item name={['relation', 'reverseName']} label={t('Its name')} rules={[required, name]}>
            <Input spellCheck={false} />
          </Form.Item>
          <Form.Item name={['relation', 'reverseLabel']} label={t('Shown as')} rules={[required]}>
            <Select options={labels(collection)} />
          </Form.Item>
        </div>
      )}
    </>
  );
}
