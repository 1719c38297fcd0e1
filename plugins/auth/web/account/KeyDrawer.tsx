import { FormDrawer, useAct, useCurrentUser, useReturnFocus, useText } from '@pergola/plugin';
import { Form, Input, Select } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import { apiKeysKey, lifetimes } from './keys';

interface KeyForm {
  name: string;
  role: string;
  expiresIn: string;
}

interface KeyDrawerProps {
  onMade: (token: string) => void;
  onClose: () => void;
}

const usual = '30d';

export function KeyDrawer({ onMade, onClose }: KeyDrawerProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const text = useText();
  const roles = useCurrentUser()?.roles ?? [];
  const [form] = Form.useForm<KeyForm>();
  const make = useAct<KeyForm, { data: { token: string } }>({
    run: (api, { name, role, expiresIn }) => api.post('apiKeys:create', { name, role: { name: role }, expiresIn }),
    touches: [apiKeysKey],
    failed: t('The key was not made'),
    onDone: ({ data }) => onMade(data.token),
  });
  const days = (lifetime: string) => {
    const count = Number.parseInt(lifetime, 10);
    if (Number.isNaN(count)) {
      return t('Never');
    }
    return count === 1 ? t('After one day') : t('After {count} days', { count });
  };

  return (
    <FormDrawer
      title={t('New API key')}
      isOpen
      isBusy={make.isPending}
      form={form}
      firstField="name"
      onClose={onClose}
      onSubmit={(values) => make.mutate(values)}
    >
      <Form.Item
        name="name"
        label={t('Name')}
        extra={t('What it is for, such as the shop or the nightly report.')}
        rules={[{ required: true, whitespace: true, message: t('Give it a name.') }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="role"
        label={t('Role')}
        extra={t('Whoever has the key may do what this role may. Choose the smallest one that is enough.')}
        rules={[{ required: true, message: t('Choose a role.') }]}
      >
        <Select options={roles.map((role) => ({ value: role.name, label: text(role.title) || role.name }))} />
      </Form.Item>
      <Form.Item name="expiresIn" label={t('Expires')} initialValue={usual}>
        <Select options={lifetimes.map((lifetime) => ({ value: lifetime, label: days(lifetime) }))} />
      </Form.Item>
    </FormDrawer>
  );
}
