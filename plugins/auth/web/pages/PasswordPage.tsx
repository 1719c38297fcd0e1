import { RequestFailure } from '@pergola/api';
import { useAct, useApi, useFailureText, usePageTitle } from '@pergola/plugin';
import { Alert, Button, Card, Form, Input, Page } from '@pergola/ui';
import { useTranslation } from 'react-i18next';
import styles from './forms.module.css';

interface PasswordForm {
  oldPassword: string;
  newPassword: string;
  confirmPassword: string;
}

export function PasswordPage() {
  const { t } = useTranslation();
  const { session } = useApi();
  const describe = useFailureText();
  const [form] = Form.useForm<PasswordForm>();
  usePageTitle(t('Change password'));

  const change = useAct<PasswordForm>({
    run: (api, values) => api.post('auth:changePassword', values, { hasPassword: true }),
    touches: [],
    onFailed: (error) => {
      const field = error instanceof RequestFailure ? error.errors[0]?.field : undefined;
      const isOld = error instanceof RequestFailure && error.status === 401;
      const name = isOld ? 'oldPassword' : field === 'confirmPassword' ? field : 'newPassword';
      form.setFields([{ name, errors: [describe(error)] }]);
      form.focusField(name);
    },
  });

  if (change.isSuccess) {
    return (
      <Page isNarrow title={t('Change password')}>
        <Alert
          type="success"
          role="status"
          showIcon
          title={t('Your password is changed')}
          description={t('All your sessions have ended, this one too. Sign in again with the new password.')}
          action={
            <Button type="primary" autoFocus onClick={() => session.end()}>
              {t('Sign in again')}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      isNarrow
      title={t('Change password')}
      about={t('All your sessions end with it, on every device. Afterwards you sign in again.')}
    >
      <Card>
        <Form form={form} layout="vertical" onFinish={(values) => change.mutate(values)}>
          <Form.Item
            name="oldPassword"
            label={t('Present password')}
            rules={[{ required: true, message: t('Please enter a password') }]}
          >
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={t('New password')}
            rules={[{ required: true, message: t('Please enter a password') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="confirmPassword"
            label={t('New password again')}
            dependencies={['newPassword']}
            rules={[
              { required: true, message: t('Please enter a password') },
              ({ getFieldValue }) => ({
                validator: (_, value: string | undefined) =>
                  !value || value === getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('The password is inconsistent, please re-enter'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <div className={styles['foot']}>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t('Change password')}
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
