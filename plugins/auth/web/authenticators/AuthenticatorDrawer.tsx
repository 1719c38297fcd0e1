import { FormDrawer, useAct, useReturnFocus, useText } from '@pergola/plugin';
import { Checkbox, Form, Input } from '@pergola/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { authenticatorsKey, type Authenticator, type SignUpField } from './authenticators';
import { completeForm, isNamed } from './signUpFields';
import { SignUpFieldsInput } from './SignUpFieldsInput';

interface AuthenticatorForm {
  title: string;
  description: string;
  allowSignUp: boolean;
  signupForm: SignUpField[];
}

export function AuthenticatorDrawer({ authenticator, onClose }: { authenticator: Authenticator; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const text = useText();
  const [form] = Form.useForm<AuthenticatorForm>();
  const allowsSignUp = Form.useWatch('allowSignUp', form);

  useEffect(() => {
    const { title, description, options } = authenticator;
    form.setFieldsValue({
      title: text(title),
      description: text(description),
      allowSignUp: options.public?.allowSignUp ?? false,
      signupForm: completeForm(options.public?.signupForm),
    });
  }, [form, authenticator, text]);

  const save = useAct<AuthenticatorForm>({
    run: (api, { title, description, ...shown }) => {
      const { options } = authenticator;
      const changes = {
        ...(title !== text(authenticator.title) && { title }),
        ...(description !== text(authenticator.description) && { description }),
        // Settings that this form does not show stay.
        options: { ...options, public: { ...options.public, ...shown } },
      };
      return api.post('authenticators:update', changes, { params: { filterByTk: authenticator.id } });
    },
    touches: [authenticatorsKey],
    failed: t('Not saved'),
    done: t('Saved'),
    onDone: onClose,
  });

  return (
    <FormDrawer
      title={t('Edit {title}', { title: text(authenticator.title) || authenticator.name })}
      isOpen
      isBusy={save.isPending}
      form={form}
      firstField="title"
      onClose={onClose}
      onSubmit={(values) => save.mutate(values)}
    >
      <Form.Item name="title" label={t('Title')} extra={t('Shown above the form where there are several ways to sign in.')}>
        <Input />
      </Form.Item>
      <Form.Item name="description" label={t('Description')}>
        <Input />
      </Form.Item>
      <Form.Item
        name="allowSignUp"
        valuePropName="checked"
        extra={t('Whoever reaches the sign-in page can then make an account. It gets the role for new users.')}
      >
        <Checkbox>{t('Let people sign up')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="signupForm"
        label={t('What they are asked for, beside a password')}
        hidden={!allowsSignUp}
        rules={[
          {
            validator: (_, fields: SignUpField[]) =>
              isNamed(fields) ? Promise.resolve() : Promise.reject(new Error(t('Require the username or the email; people sign in by it.'))),
          },
        ]}
      >
        <SignUpFieldsInput />
      </Form.Item>
    </FormDrawer>
  );
}
