import type { Filter } from '@pergola/api';
import { Form, Input, type FormInstance } from '@pergola/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../model/rules';
import { ConditionInput } from './ConditionInput';
import { ConditionMeaning } from './ConditionMeaning';
import { draftOf, filterOf, type Draft, type Setting } from './draft';
import { useFaultText } from './useFaultText';

export interface ScopeValues {
  name: string;
  condition: Draft;
}

interface ScopeFormProps {
  form: FormInstance<ScopeValues>;
  setting: Setting;
  /** Undefined for a new one. */
  scope: Scope | undefined;
  onSave: (name: string, filter: Filter) => void;
}

export function ScopeForm({ form, setting, scope, onSave }: ScopeFormProps) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const [initial] = useState<ScopeValues>(() => ({
    name: scope?.name ?? '',
    condition: draftOf(scope?.scope, setting),
  }));
  const [isChecked, setIsChecked] = useState(false);
  const draft = Form.useWatch<Draft | undefined>('condition', form) ?? initial.condition;
  const read = useMemo(() => filterOf(draft, setting), [draft, setting]);

  const check = async (typed: Draft) => {
    const { fault } = filterOf(typed, setting);
    if (fault) {
      throw new Error(faultText(fault));
    }
  };
  const submit = ({ name, condition }: ScopeValues) => {
    const { filter } = filterOf(condition, setting);
    if (filter) {
      onSave(name, filter);
    }
  };

  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={submit} onFinishFailed={() => setIsChecked(true)}>
      <Form.Item
        name="name"
        label={t('Name of the condition')}
        rules={[{ required: true, whitespace: true, message: t('Give it a name.') }]}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="condition"
        label={t('Condition')}
        validateFirst
        rules={[
          { validator: (_, typed: Draft) => (typed.mode === 'json' ? check(typed) : Promise.resolve()) },
          // Whoever is still choosing has not forgotten anything yet.
          { validator: (_, typed: Draft) => check(typed), validateTrigger: 'onSubmit' },
        ]}
      >
        <ConditionInput setting={setting} isChecked={isChecked} />
      </Form.Item>
      <ConditionMeaning setting={setting} draft={draft} filter={read.filter} />
    </Form>
  );
}
