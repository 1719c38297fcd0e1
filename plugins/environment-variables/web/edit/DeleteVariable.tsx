import { DeleteDialog, useAct, useFailureText } from '@pergola/plugin';
import { Alert } from '@pergola/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { referenceTo, type Variable } from '../model/variable';
import { variablesKey } from '../queries';
import styles from '../variables.module.css';

export function DeleteVariable({ variable, onClose }: { variable: Variable; onClose: () => void }) {
  const { t } = useTranslation();
  const describe = useFailureText();
  const [refusal, setRefusal] = useState<string>();
  const remove = useAct<void>({
    run: (api) => api.post('environmentVariables:destroy', undefined, { params: { filterByTk: variable.name } }),
    touches: [variablesKey],
    done: t('{title} is deleted', { title: variable.name }),
    onDone: onClose,
    onFailed: (error) => setRefusal(describe(error)),
  });
  return (
    <DeleteDialog
      title={t('Delete {title}?', { title: variable.name })}
      isBusy={remove.isPending}
      onDelete={() => remove.mutate()}
      onClose={onClose}
    >
      {refusal && (
        <Alert className={styles['alert'] ?? ''} type="error" role="alert" showIcon title={t('Not deleted')} description={refusal} />
      )}
      <p>{t('Where settings write {text} there will be nothing. This cannot be undone.', { text: referenceTo(variable.name) })}</p>
    </DeleteDialog>
  );
}
