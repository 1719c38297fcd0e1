import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { useApi, useText } from '@pergola/plugin';
import { Modal, Spin } from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../collectionsQuery';
import { useChange } from '../useChange';
import styles from './DeleteCollection.module.css';

/** Says what is lost before it is lost: records, and the relations that point here. */
export function DeleteCollection({ collection, onClose }: { collection: CollectionDefinition; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const api = useApi();
  const { collections } = useCollections();
  const title = text(collection.title) || collection.name;
  const count = useQuery({
    queryKey: ['records', collection.name, 'count'],
    queryFn: async ({ signal }) =>
      (await api.get<RecordValues[]>(`${collection.name}:list`, { params: { pageSize: 1 }, signal })).meta?.count ?? 0,
  });
  const relations = collections
    .filter((other) => other.name !== collection.name)
    .flatMap((other) =>
      (other.fields ?? [])
        .filter((field) => field.target === collection.name || field.through === collection.name)
        .map((field) => `${text(other.title) || other.name}: ${text(field.uiSchema?.title) || field.name}`),
    );

  const remove = useChange<void>({
    run: (client) => client.post('collections:destroy', undefined, { params: { filterByTk: collection.name } }),
    failed: t('The collection was not deleted'),
    done: t('{title} is deleted', { title }),
    onDone: onClose,
  });

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
      <p>{t('This cannot be undone. With it go:')}</p>
      <ul className={styles['list']}>
        <li>
          {count.isPending ? <Spin size="small" /> : t('its records: {count}', { count: count.data ?? 0 })}
        </li>
        <li>{t('its fields: {count}', { count: collection.fields?.length ?? 0 })}</li>
        {relations.map((relation) => (
          <li key={relation}>{t('the relation {relation}', { relation })}</li>
        ))}
      </ul>
    </Modal>
  );
}
