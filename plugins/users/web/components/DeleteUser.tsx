import { RequestFailure, type User } from '@pergola/api';
import { DeleteDialog, nameOf, useAct, useFailureText } from '@pergola/plugin';
import { Alert } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../users.module.css';
import { usersKey } from '../usersQuery';

export function DeleteUser({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const describe = useFailureText();
  const [refusal, setRefusal] = useState<string>();
  const remove = useAct<void>({
    run: (api) => api.post('users:destroy', undefined, { params: { filterByTk: user.id } }),
    touches: [usersKey],
    done: t('{title} is deleted', { title: nameOf(user) }),
    onDone: onClose,
    onFailed: (error) => {
      const isForbidden = error instanceof RequestFailure && error.status === 403;
      setRefusal(isForbidden ? t('You may not delete this account: it may do more than you may.') : describe(error));
    },
  });
  return (
    <DeleteDialog
      title={t('Delete {title}?', { title: nameOf(user) })}
      isBusy={remove.isPending}
      onDelete={() => remove.mutate()}
      onClose={onClose}
    >
      {refusal && (
        <Alert className={styles['refusal'] ?? ''} type="error" role="alert" showIcon title={t('Not deleted')} description={refusal} />
      )}
      <p>{t('This person is signed out and cannot sign in again. What they have created stays. This cannot be undone.')}</p>
    </DeleteDialog>
  );
}
