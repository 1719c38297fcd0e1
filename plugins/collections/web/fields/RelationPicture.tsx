import type { CollectionDefinition } from '@pergola/api';
import type { FieldInterface } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Form, SwapIcon, type FormInstance } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { reverseOf, type FieldForm } from './newField';
import styles from './RelationPicture.module.css';

interface RelationPictureProps {
  collection: CollectionDefinition;
  kind: FieldInterface;
  form: FormInstance<FieldForm>;
  target: CollectionDefinition | undefined;
}

/** Both sides as they will be, with the names that are made. */
export function RelationPicture({ collection, kind, form, target }: RelationPictureProps) {
  const { t } = useTranslation();
  const text = useText();
  const values = Form.useWatch((all: FieldForm) => all, form);
  const relation = values?.relation;
  const isKeyHere = kind.definition.type === 'belongsTo';
  const key = relation && kind.name !== 'm2m' && <code>{relation.foreignKey}</code>;
  const isManyHere = kind.name === 'm2o' || kind.name === 'm2m';
  const isManyThere = kind.name === 'o2m' || kind.name === 'm2m';

  return (
    <div className={styles['picture']} role="img" aria-label={t('Both sides of the relation')}>
      <div className={styles['side']}>
        <strong>{text(collection.title) || collection.name}</strong>
        <span>{values?.title || '–'}</span>
        {isKeyHere && key}
      </div>
      <div className={styles['middle']}>
        <span>{isManyHere ? '∞' : '1'}</span>
        <SwapIcon />
        <span>{isManyThere ? '∞' : '1'}</span>
        {kind.name === 'm2m' && relation && <code className={styles['through']}>{relation.through}</code>}
      </div>
      <div className={styles['side']}>
        <strong>{target ? text(target.title) || target.name : t('Related collection')}</strong>
        <span>{relation?.hasReverse && reverseOf[kind.name] ? relation.reverseTitle || '–' : '–'}</span>
        {!isKeyHere && key}
      </div>
    </div>
  );
}
