import type { CollectionDefinition } from '@pergola/api';
import { titleFieldOf } from '@pergola/fields';
import type { FieldInterface } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Checkbox, Form, Input, Select, type FormInstance } from '@pergola/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../collectionsQuery';
import { NameItem } from '../components/NameItem';
import type { FieldForm } from './fieldForm';
import { labelChoices } from './labelChoices';
import { OnDeleteItem } from './OnDeleteItem';
import { RelationPicture } from './RelationPicture';
import styles from './RelationSettings.module.css';
import { useRelationNames } from './useRelationNames';

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
  const values = Form.useWatch((all: FieldForm) => all, form);
  const relation = values?.relation;
  const target = useMemo(
    () => collections.find((other) => other.name === relation?.target),
    [collections, relation?.target],
  );
  useRelationNames({ form, kind: kind.name, collection, target });
  const isBetweenMany = kind.name === 'm2m';
  const isKeyHere = kind.definition.type === 'belongsTo';
  const [here, there] = [text(collection.title) || collection.name, target ? text(target.title) || target.name : ''];
  const taken = useMemo(() => (target?.fields ?? []).map((field) => field.name), [target]);
  const required = { required: true, message: t('This is needed.') };

  return (
    <>
      <RelationPicture
        collection={collection}
        kind={kind.name}
        target={target}
        names={{
          title: values?.title ?? '',
          name: values?.name || '–',
          foreignKey: relation?.foreignKey ?? '',
          otherKey: relation?.otherKey ?? '',
          through: relation?.through ?? '',
          reverseTitle: relation?.reverseTitle ?? '',
          reverseName: relation?.hasReverse ? (relation.reverseName ?? '') : '',
        }}
      />
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
          <Select options={labelChoices(target, text)} disabled={!target} />
        </Form.Item>
      </div>
      <div className={styles['pair']}>
        <NameItem
          name={['relation', 'foreignKey']}
          label={t('Foreign key')}
          extra={t('A field of {title}.', {
            title: isBetweenMany ? (relation?.through ?? '') : isKeyHere ? here : there || t('the other side'),
          })}
        />
        {isBetweenMany ? (
          <NameItem
            name={['relation', 'otherKey']}
            label={t('Other key')}
            extra={t('A field of {title}.', { title: relation?.through ?? '' })}
            taken={[relation?.foreignKey ?? '']}
          />
        ) : (
          <OnDeleteItem referred={isKeyHere ? there : here} holder={isKeyHere ? here : there} />
        )}
      </div>
      {isBetweenMany && (
        <NameItem
          name={['relation', 'through']}
          label={t('Collection in the middle')}
          extra={t('Holds the pairs; it is created when it does not exist.')}
          taken={[collection.name, relation?.target ?? '']}
        />
      )}
      <Form.Item name={['relation', 'hasReverse']} valuePropName="checked">
        <Checkbox>{t('Also add a field at the other side')}</Checkbox>
      </Form.Item>
      {relation?.hasReverse && (
        <div className={styles['triple']}>
          <Form.Item name={['relation', 'reverseTitle']} label={t('Its title')} rules={[required]}>
            <Input />
          </Form.Item>
          <NameItem name={['relation', 'reverseName']} label={t('Its name')} taken={taken} />
          <Form.Item name={['relation', 'reverseLabel']} label={t('Shown as')} rules={[required]}>
            <Select options={labelChoices(collection, text)} />
          </Form.Item>
        </div>
      )}
    </>
  );
}
