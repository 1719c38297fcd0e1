import type { CollectionDefinition, FieldDefinition } from '@pergola/api';
import { isRelation } from '@pergola/fields';
import { useText } from '@pergola/plugin';
import { Modal } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { useChange } from '../useChange';

interface DeleteFieldProps {
  collection: CollectionDefinition;
  field: FieldDefinition;
  onClose: () => void;
}

export function DeleteField({ collection, field, onClose }: DeleteFieldProps) {
  const { t } = useTranslation();
  const text = useText();
  const title = text(field.uiSchema?.title) || field.name;
  const remove = useChange<void>({
    run: (api) =>
      api.post(`collections/${collection.name}/fields:destroy`, undefined, { params: { filterByTk: field.name } }),
    failed: t('The field was not deleted'),
    done: t('{title} is deleted', { title }),
    onDone: onClose,
  });

  const loss = isRelation(field)
    ? t('The relation goes; the records and the key that links them stay.')
    : t('What all records hold in this field is lost.');
  return (
    <Modal
      open
      title={t('Delete {title}?', { title })}
      okText={t('Delete for good')}
      cancelText={t('Cancel')}
      okButtonProps={{ danger: true, loading: remove.isPending }}
      onOk={() => remove.mutate()}
      onCancel={onClose}
    >
      <p>{loss}</p>
      {field.isForeignKey && <p>{t('It is the key of a relation; the relations that use it go with it.')}</p>}
      <p>{t('This cannot be undone.')}</p>
    </Modal>
  );
}
