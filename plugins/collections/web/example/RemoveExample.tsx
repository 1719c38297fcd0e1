import { useText } from '@pergola/plugin';
import { Modal } from '@pergola/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { collectionsKey, useCollections } from '../collectionsQuery';
import { useChange } from '../useChange';
import styles from './example.module.css';
import { isExample } from './names';
import { removeExample } from './remove';

/** Asks first, and says which collections go. */
export function RemoveExample({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { collections } = useCollections();
  const remove = useChange<void>({
    // Also when it ends halfway: what is gone is gone.
    run: (api) => removeExample(api).finally(() => queries.invalidateQueries({ queryKey: collectionsKey })),
    failed: t('The example data was not removed completely'),
    done: t('The example data is removed'),
    onDone: () => {
      queries.removeQueries({ queryKey: ['records'] });
      onClose();
      void navigate('/admin');
    },
  });

  return (
    <Modal
      open
      title={t('Remove the example data?')}
      okText={t('Delete for good')}
      cancelText={t('Cancel')}
      okButtonProps={{ danger: true, loading: remove.isPending }}
      onOk={() => remove.mutate()}
      onCancel={onClose}
    >
      <p>{t('These collections go with all their records, also with what you added or changed in them:')}</p>
      <ul className={styles['parts']}>
        {collections.filter(isExample).map((collection) => (
          <li key={collection.name}>{text(collection.title) || collection.name}</li>
        ))}
      </ul>
    </Modal>
  );
}
