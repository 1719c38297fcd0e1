import { useAct, useFailureText, useReturnFocus } from '@pergola/plugin';
import { Alert, Form, Input, Modal, Radio } from '@pergola/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readLines, type SkipReason } from '../model/lines';
import type { Variable, VariableType } from '../model/variable';
import { variablesKey } from '../queries';
import styles from '../variables.module.css';

/** Takes many at once, and says before what it will leave out. */
export function ImportDialog({ existing, onClose }: { existing: readonly Variable[]; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const describe = useFailureText();
  const [text, setText] = useState('');
  const [type, setType] = useState<VariableType>('secret');
  const names = useMemo(() => new Set(existing.map(({ name }) => name)), [existing]);
  const { taken, skipped } = useMemo(() => readLines(text, names), [text, names]);
  const reasons: Record<SkipReason, string> = {
    name: t('is no name'),
    exists: t('is there already'),
    repeated: t('is given twice; the first counts'),
    empty: t('has no value'),
    form: t('is not NAME=value'),
    long: t('has too long a value'),
  };
  const save = useAct<void>({
    run: (api) => api.post('environmentVariables:create', taken.map((variable) => ({ ...variable, type }))),
    touches: [variablesKey],
    done: t('Added: {count}', { count: taken.length }),
    onDone: onClose,
  });

  return (
    <Modal
      open
      title={t('Import lines')}
      okText={t('Add ({count})', { count: taken.length })}
      cancelText={t('Cancel')}
      okButtonProps={{ disabled: taken.length === 0, loading: save.isPending }}
      mask={{ closable: text === '' }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      {save.error && (
        <Alert
          className={styles['alert'] ?? ''}
          type="error"
          role="alert"
          showIcon
          title={t('Nothing was added')}
          description={describe(save.error)}
        />
      )}
      <Form layout="vertical" component="div">
        <Form.Item label={t('Lines')} htmlFor="lines" extra={t('One NAME=value each. Lines that begin with # are left out.')}>
          <Input.TextArea
            id="lines"
            className={styles['lines'] ?? ''}
            rows={8}
            value={text}
            spellCheck={false}
            placeholder={'SHOP_NAME=The shop\nSHOP_TOKEN=…'}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('Kind')}>
          <Radio.Group
            aria-label={t('Kind')}
            value={type}
            options={[
              { value: 'secret', label: t('Secrets') },
              { value: 'default', label: t('Variables') },
            ]}
            onChange={(event) => setType(event.target.value as VariableType)}
          />
        </Form.Item>
      </Form>
      <div aria-live="polite">
        {skipped.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('Left out: {count}', { count: skipped.length })}
            description={
              <ul className={styles['skipped']}>
                {skipped.map(({ line, what, reason }) => (
                  <li key={line}>
                    {t('Line {line}', { line })}: {what} {reasons[reason]}
                  </li>
                ))}
              </ul>
            }
          />
        )}
      </div>
    </Modal>
  );
}
