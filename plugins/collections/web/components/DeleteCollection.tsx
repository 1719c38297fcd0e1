import type { CollectionDefinition, RecordValues } from '@pergola/api';
import { useApi, useText } from '@pergola/plugin';
import { Form, Input, Modal, Spin } from '@pergola/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollections } from '../collectionsQuery';
import { useChange } from '../useChange';
import styles from './DeleteCollection.module.css';
import { relationsTo } from './relationsTo';

/** Says what is lost before it is lost: records, and the relations that point here. */
export function DeleteCollection({ collection, onClose }: { collection: CollectionDefinition; onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const api = useApi();
  const { collections } = useCollections();
  const [typed, setTyped] = useState('');
  const title = text(collection.title) || collection.name;
  const count = useQuery({
    queryKey: ['records', collection.name, 'count'],
    queryFn: async ({ signal }) =>
      (await api.get<RecordValues[]>(`${collection.name}:list`, { params: { pageSize: 1 }, signal })).meta?.count ?? 0,
  });
  // Who does not know how much there is, is asked as if there were something.
  const isAsked = count.isError || (count.data ?? 0) > 0;
  const isReady = !count.isPending && (!isAsked || typed.trim() === collection.name);

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
      okButtonProps={{ danger: true, loading: remove.isPending, disabled: !isReady }}
      onOk={() => remove.mutate()}
      onCancel={onClose}
    >
      <p>{t('This cannot be undone. With it go:')}</p>
      <ul className={styles['list']}>
        <li>
          {count.isPending && <Spin size="small" />}
          {count.isError && t('its records; they could not be counted')}
          {count.data !== undefined && t('its records: {count}', { count: count.data })}
        </li>
        <li>{t('its fields: {count}', { count: collection.fields?.length ?? 0 })}</li>
        {relationsTo(collection.name, collections).map(({ owner, field }) => (
          <li key={`${owner.name}.${field.name}`}>
            {t('the relation {relation}', {
              relation: `${text(owner.title) || owner.name}: ${text(field.uiSchema?.title) || field.name}`,
            })}
          </li>
        ))}
      </ul>
      <p className={styles['stays']}>{t('Records of other collections stay, and so do the keys they hold.')}</p>
      {isAsked && (
        <Form layout="vertical" onFinish={() => isReady && remove.mutate()}>
          <Form.Item
            className={styles['confirm'] ?? ''}
            label={t('Type {name} to confirm', { name: collection.name })}
            htmlFor="confirmName"
          >
            <Input
              id="confirmName"
              autoFocus
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
