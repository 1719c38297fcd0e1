import type { Role } from '@pergola/api';
import { FormDrawer, rolesKey, useAct, useReturnFocus, useText } from '@pergola/plugin';
import { Checkbox, Form, Input } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rolePath } from '../paths';

interface RoleForm {
  title: string;
  name?: string;
  description?: string;
  default?: boolean;
}

interface RoleDrawerProps {
  /** Absent for a new one. */
  role?: Role;
  onClose: () => void;
}

const namePattern = /^[A-Za-z0-9_-]*$/;

export function RoleDrawer({ role, onClose }: RoleDrawerProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const text = useText();
  const navigate = useNavigate();
  const [form] = Form.useForm<RoleForm>();

  useEffect(() => {
    if (role) {
      const { name, description } = role;
      form.setFieldsValue({ name, title: text(role.title), description: description ?? '', default: role.default ?? false });
    }
  }, [form, role, text]);

  const save = useAct<RoleForm, { data: Role | Role[] }>({
    run: (api, { name, title, ...values }) => {
      if (role) {
        // A title of the product stays one while nobody has written another.
        const changes = title === text(role.title) ? values : { ...values, title };
        return api.post('roles:update', changes, { params: { filterByTk: role.name } });
      }
      return api.post('roles:create', { ...values, title, ...(name && { name }) });
    },
    touches: [rolesKey],
    failed: t('The role was not saved'),
    done: t('Saved'),
    onDone: ({ data }) => {
      onClose();
      if (!role && !Array.isArray(data)) {
        void navigate(rolePath(data.name, 'data'));
      }
    },
  });

  return (
    <FormDrawer
      title={role ? t('Edit role') : t('Add role')}
      isOpen
      isBusy={save.isPending}
      form={form}
      firstField="title"
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      <Form.Item
        name="title"
        label={t('Title')}
        rules={[{ required: true, whitespace: true, message: t('Give it a title, such as Sales.') }]}
      >
        <Input />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('Name')}
        extra={role ? undefined : t('Used by the API. Without one a name is made; it cannot be changed later.')}
        rules={[{ pattern: namePattern, message: t('Use letters, digits, hyphens and underscores.') }]}
      >
        <Input disabled={role !== undefined} spellCheck={false} autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label={t('Description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item
        name="default"
        valuePropName="checked"
        extra={t('At most one role is; marking this one unmarks the other.')}
      >
        <Checkbox>{t('New users get this role')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
