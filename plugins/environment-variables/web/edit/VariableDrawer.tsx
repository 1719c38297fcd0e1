import { RequestFailure } from '@pergola/api';
import { FormDrawer, useAct, useFailureText, useReturnFocus } from '@pergola/plugin';
import { Alert, Form, Input, Radio } from '@pergola/ui';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName, longestValue, namePattern, referenceTo, type Variable, type VariableType } from '../model/variable';
import { variablesKey } from '../queries';
import styles from '../variables.module.css';

interface VariableForm {
  name: string;
  type: VariableType;
  value: string;
}

/** Undefined for a new one. */
export function VariableDrawer({ variable, onClose }: { variable: Variable | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const [form] = Form.useForm<VariableForm>();
  const describe = useFailureText();
  const [refusal, setRefusal] = useState<string>();
  const type = Form.useWatch('type', form) ?? variable?.type ?? 'default';
  const name = Form.useWatch('name', form) ?? '';
  const keepsValue = variable?.type === 'secret' && type === 'secret';

  useEffect(() => {
    form.setFieldsValue({ name: variable?.name ?? '', type: variable?.type ?? 'default', value: variable?.value ?? '' });
  }, [form, variable]);

  const save = useAct<VariableForm>({
    run: (api, values) =>
      variable
        ? api.post('environmentVariables:update', { type: values.type, value: values.value }, { params: { filterByTk: variable.name } })
        : api.post('environmentVariables:create', values),
    touches: [variablesKey],
    done: t('Saved'),
    onDone: onClose,
    onFailed: (error) => {
      const field = error instanceof RequestFailure ? error.errors[0]?.message : undefined;
      if (field?.includes('already exists')) {
        form.setFields([{ name: 'name', errors: [t('There is a variable of this name already.')] }]);
        setRefusal(undefined);
      } else {
        setRefusal(describe(error));
      }
    },
  });

  return (
    <FormDrawer
      title={variable ? t('Edit {title}', { title: variable.name }) : t('Add variable')}
      isOpen
      isBusy={save.isPending}
      form={form}
      firstField={variable ? 'value' : 'name'}
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      {refusal && (
        <Alert className={styles['alert'] ?? ''} type="error" role="alert" showIcon title={t('Not saved')} description={refusal} />
      )}
      <Form.Item
        name="name"
        label={t('Name')}
        extra={name ? t('Settings write {text}', { text: referenceTo(name) }) : t('Letters, digits and underscores, beginning with a letter.')}
        rules={[
          { required: true, message: t('Please enter a name') },
          { pattern: namePattern, message: t('Letters, digits and underscores, beginning with a letter.') },
          { max: longestName, message: t('This name is too long.') },
        ]}
      >
        <Input disabled={variable !== undefined} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="type" label={t('Kind')}>
        <Radio.Group
          options={[
            { value: 'default', label: t('Variable: those who are signed in may see it') },
            { value: 'secret', label: t('Secret: nobody sees it again') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="value"
        label={t('Value')}
        extra={
          keepsValue
            ? t('Leave it empty to keep the present one.')
            : variable?.type === 'secret'
              ? t('A secret becomes a variable only with a new value.')
              : undefined
        }
        rules={[
          { required: !keepsValue, message: t('Please enter a value') },
          { max: longestValue, message: t('This value is too long.') },
        ]}
      >
        {type === 'secret' ? (
          <Input.Password autoComplete="new-password" />
        ) : (
          <Input.TextArea rows={3} spellCheck={false} />
        )}
      </Form.Item>
    </FormDrawer>
  );
}
