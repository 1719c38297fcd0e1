import { RequestFailure } from '@pergola/api';
import { useAct, useReturnFocus } from '@pergola/plugin';
import { Form, Input, Modal } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { readCondition, type ConditionFault } from '../model/condition';
import type { RoleCollection, Scope } from '../model/rules';
import { scopeParams, scopesKey } from '../queries';
import styles from './data.module.css';

interface ScopeForm {
  name: string;
  condition: string;
}

interface ScopeDialogProps {
  collection: RoleCollection;
  /** Undefined for a new one. */
  scope: Scope | undefined;
  onClose: () => void;
}

const example = '{ "createdById": { "$eq": "{{ ctx.state.currentUser.id }}" } }';
const indent = 2;

/** A condition with a name, as the API takes filters. It is tried out before it is saved. */
export function ScopeDialog({ collection, scope, onClose }: ScopeDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [form] = Form.useForm<ScopeForm>();
  const names = collection.fields.map((field) => field.name);

  const save = useAct<ScopeForm>({
    run: async (api, { name, condition }) => {
      const read = readCondition(condition, names);
      const filter = read.fault ? {} : read.condition;
      await api.get(`${collection.name}:list`, { params: { filter, pageSize: 1 } });
      return scope
        ? api.post('dataSources/main/rolesResourcesScopes:update', { name, scope: filter }, scopeParams(scope.id))
        : api.post('dataSources/main/rolesResourcesScopes:create', {
            name,
            resourceName: collection.name,
            scope: filter,
          });
    },
    touches: [scopesKey],
    onDone: onClose,
    onFailed: (error) => {
      const said = error instanceof RequestFailure && error.message ? error.message : t('Something in this page failed. Reload it and try again.');
      form.setFields([{ name: 'condition', errors: [said] }]);
    },
  });
  const faultText = (fault: ConditionFault): string =>
    ({
      json: () => t('This is not JSON. Look for a missing quote, comma or bracket.'),
      object: () => t('Write a condition in braces, about at least one field.'),
      field: () => t('There is no field {name} here.', { name: fault.kind === 'field' ? fault.name : '' }),
    })[fault.kind]();

  return (
    <Modal
      open
      title={scope ? t('Edit condition') : t('New condition')}
      okText={t('Save')}
      cancelText={t('Cancel')}
      okButtonProps={{ loading: save.isPending }}
      // Typed text is not given up by a click beside it.
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: scope?.name ?? '', condition: scope ? JSON.stringify(scope.scope, null, indent) : example }}
        onFinish={(values) => save.mutate(values)}
      >
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
          extra={t('A filter of the API, as JSON. The person who looks is {variable}.', {
            variable: '{{ ctx.state.currentUser.id }}',
          })}
          rules={[
            {
              validator: (_, typed: string) => {
                const { fault } = readCondition(typed, names);
                return fault ? Promise.reject(new Error(faultText(fault))) : Promise.resolve();
              },
            },
          ]}
        >
          <Input.TextArea className={styles['code'] ?? ''} autoSize={{ minRows: 4, maxRows: 14 }} spellCheck={false} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
