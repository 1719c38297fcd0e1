import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Form, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../collectionsQuery';
import { OnDeleteItem } from './OnDeleteItem';
import { RelationPicture } from './RelationPicture';
import { labelChoices } from './labelChoices';

interface RelationChangesProps {
  collection: CollectionDefinition;
  field: FieldDefinition;
  kind: FieldInterface;
}

/** What can still be changed of a relation; where it goes and its keys are settled. */
export function RelationChanges({ collection, field, kind }: RelationChangesProps) {
  const { t } = useTranslation();
  const text = useText();
  const { collections } = useCollections();
  const target = collections.find((other) => other.name === field.target);
  const reverse = target?.fields?.find((other) => other.key && other.key === field.reverseKey);
  const titles = [text(collection.title) || collection.name, text(target?.title) || (field.target ?? '')] as const;
  const [referred, holder] = field.type === 'belongsTo' ? [titles[1], titles[0]] : titles;
  const title = Form.useWatch('title');
  return (
    <>
      <RelationPicture
        collection={collection}
        kind={kind.name}
        target={target}
        names={{
          title: title ?? '',
          name: field.name,
          foreignKey: field.foreignKey ?? '',
          otherKey: field.otherKey ?? '',
          through: field.through ?? '',
          reverseTitle: text(reverse?.uiSchema?.title),
          reverseName: reverse?.name ?? '',
        }}
      />
      <Form.Item name={['relation', 'label']} label={t('Shown as')}>
        <Select options={labelChoices(target, text)} disabled={!target} />
      </Form.Item>
      {field.type !== 'belongsToMany' && <OnDeleteItem referred={referred} holder={holder} />}
    </>
  );
}
